import { Box, Typography } from '@strapi/design-system';

import { useText } from '../../text/useText';

/** Names by which a proposing decision may say why, in either language and with its legal basis. */
const REASON = ['vi', 'en'];
const BASIS = 'basis';

/** What the procedure's rules propose, and why; the person decides. */
export const ProposalNote = ({ proposal }: { proposal: Record<string, unknown> }) => {
  const { t, language } = useText();
  const reason = proposal[language] ?? proposal.vi;
  const lines = Object.entries(proposal).filter(
    ([name, value]) => value !== null && value !== '' && !REASON.includes(name) && name !== BASIS,
  );
  if (lines.length === 0 && !reason) return null;
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
      {typeof reason === 'string' && <Typography tag="p">{reason}</Typography>}
      {typeof proposal[BASIS] === 'string' && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {t('clock.basis')}: {proposal[BASIS]}
        </Typography>
      )}
    </Box>
  );
};
