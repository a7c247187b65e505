import { Box, Typography } from '@strapi/design-system';

import { useText } from '../../text/useText';

/** What the procedure's rules propose; the person decides. */
export const ProposalNote = ({ proposal }: { proposal: Record<string, unknown> }) => {
  const { t } = useText();
  const lines = Object.entries(proposal).filter(([, value]) => value !== null && value !== '');
  if (lines.length === 0) return null;
  return (
    <Box background="neutral0" borderColor="primary200" padding={3} hasRadius role="note">
      <Typography fontWeight="bold" tag="p">
        {t('task.proposal')}
      </Typography>
      {lines.map(([name, value]) => (
        <Typography key={name} tag="p">
          {name}: {Array.isArray(value) ? value.join(', ') : String(value)}
        </Typography>
      ))}
    </Box>
  );
};
