import { Box, Typography } from '@strapi/design-system';

import type { TaskDraft } from '../../../../shared/contracts';
import { WarnText } from '../../components/WarnText';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';

/** Tells that the fields hold an earlier draft, and why it was kept when an act did not go through. */
export const DraftRestored = ({ draft }: { draft: TaskDraft }) => {
  const { t } = useText();
  return (
    <Box background="neutral100" padding={3} marginBottom={4} hasRadius role="note">
      <Typography variant="pi">{t('draft.restored', { instant: formatInstant(draft.savedAt) })}</Typography>
      {draft.reason && (
        <WarnText variant="pi" tag="p">
          {draft.reason}
        </WarnText>
      )}
    </Box>
  );
};
