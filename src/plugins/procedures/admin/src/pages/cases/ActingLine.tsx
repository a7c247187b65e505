import { Typography } from '@strapi/design-system';

import type { ActingNote } from '../../../../shared/acting-note';
import { useText } from '../../text/useText';

/** Under who did something: on whose behalf, and by which document; nothing where it was done in one's own right. */
export const ActingLine = ({ note }: { note: ActingNote | null | undefined }) => {
  const { t } = useText();
  if (!note) return null;
  return (
    <Typography variant="pi" fontWeight="semiBold" tag="p" style={{ overflowWrap: 'anywhere' }}>
      {t('event.actingFor', {
        lines: note.signature.join(' / '),
        name: note.holder.name,
        document: note.documentNo,
      })}
    </Typography>
  );
};
