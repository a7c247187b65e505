import { Box, Typography } from '@strapi/design-system';

import type { MailChannel } from '../../../../shared/notifications-contract';
import { useText } from '../../text/useText';

/** E-mail is off: what that means, and what the operator has to set. */
export const MailNotice = ({ mail }: { mail: MailChannel }) => {
  const { t } = useText();
  if (mail.on) return null;
  return (
    <Box role="note" padding={4} background="neutral100" hasRadius marginBottom={4}>
      <Typography tag="p" fontWeight="bold">
        {t('notices.mailOff')}
      </Typography>
      <Typography tag="p">{t('notices.mailOffHint', { names: mail.missing.join(', ') })}</Typography>
    </Box>
  );
};
