import { Box } from '@strapi/design-system';

import type { Bilingual } from '../../../../shared/contracts';
import { WarnText } from '../../components/WarnText';
import { useText } from '../../text/useText';

/** What was not known when the case was taken in, and is still to come. */
export const MissingNotice = ({ missing }: { missing: Bilingual[] }) => {
  const { t, pick } = useText();
  if (missing.length === 0) return null;
  return (
    <Box paddingTop={2} paddingBottom={2} role="note">
      <WarnText variant="pi">
        {t('case.missing', { what: missing.map((one) => pick(one).toLowerCase()).join('; ') })}
      </WarnText>
    </Box>
  );
};
