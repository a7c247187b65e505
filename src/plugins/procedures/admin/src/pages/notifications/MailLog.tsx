import { Button, Flex, Typography } from '@strapi/design-system';

import type { MailRow } from '../../../../shared/notifications-contract';
import { post } from '../../api/send';
import { Card } from '../../components/Card';
import { Mark } from '../../components/Mark';
import { ProblemSummary } from '../../components/ProblemSummary';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { useSaving } from './useSaving';

/** What became of the mails: to whom, of which kind, what the server answered; never about which case. */
export const MailLog = ({ mails, onChanged }: { mails: MailRow[]; onChanged(): void }) => {
  const { t } = useText();
  const { busy, problem, run } = useSaving();
  return (
    <Card title={t('notices.mails')}>
      {problem && <ProblemSummary problem={problem} />}
      {mails.length === 0 && <Typography textColor="neutral600">{t('notices.noMails')}</Typography>}
      <ul>
        {mails.map((mail) => (
          <Flex
            tag="li"
            key={mail.id}
            gap={3}
            wrap="wrap"
            justifyContent="space-between"
            paddingTop={2}
            paddingBottom={2}
          >
            <div style={{ minWidth: 0, flex: '1 1 26rem' }}>
              <Typography tag="p">
                {mail.to} · {mail.about === 'DIGEST' ? t('notices.digest') : t(`notices.kind.${mail.about}`)}
              </Typography>
              <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
                {[formatInstant(mail.queuedAt), t('notices.attempts', { count: mail.attempts }), mail.lastAnswer]
                  .filter(Boolean)
                  .join(' · ')}
              </Typography>
            </div>
            <Mark tone={mail.state === 'FAILED' ? 'warn' : 'plain'}>{t(`notices.state.${mail.state}`)}</Mark>
            {mail.state === 'FAILED' && (
              <Button
                size="S"
                variant="tertiary"
                disabled={busy}
                onClick={() =>
                  void run(async () => {
                    await post(`/notifications/mails/${mail.id}/retry`);
                    onChanged();
                  })
                }
              >
                {t('notices.sendAgain')}
              </Button>
            )}
          </Flex>
        ))}
      </ul>
    </Card>
  );
};
