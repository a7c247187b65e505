import { Button, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { NewWebhook, WebhookDeliveryRow, WebhookRow } from '../../../../shared/notifications-contract';
import { post, put, remove } from '../../api/send';
import { useResource } from '../../api/useResource';
import { Card } from '../../components/Card';
import { Empty } from '../../components/Empty';
import { ErrorState } from '../../components/ErrorState';
import { Mark } from '../../components/Mark';
import { ProblemSummary } from '../../components/ProblemSummary';
import { SecretDialog } from '../../components/SecretDialog';
import { Skeleton } from '../../components/Skeleton';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { useSaving } from './useSaving';
import { WebhookForm } from './WebhookForm';

/** Other systems that hear of notices: their addresses, a trial, and what they answered. */
export const Webhooks = () => {
  const { t } = useText();
  const { data, problem, reload } = useResource<{ items: WebhookRow[] }>('/webhooks');
  const [made, setMade] = React.useState<NewWebhook | null>(null);
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={4} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {made && (
        <SecretDialog
          title={t('webhooks.secret')}
          about={t('webhooks.secretOnce')}
          secret={made.secret}
          onClose={() => setMade(null)}
        />
      )}
      {data.items.length === 0 && <Empty title={t('webhooks.none')}>{t('webhooks.noneHint')}</Empty>}
      {data.items.map((hook) => (
        <Hook key={hook.id} hook={hook} onChanged={reload} />
      ))}
      <WebhookForm
        onMade={(hook) => {
          setMade(hook);
          reload();
        }}
      />
    </Flex>
  );
};

const Hook = ({ hook, onChanged }: { hook: WebhookRow; onChanged(): void }) => {
  const { t } = useText();
  const { busy, problem, run } = useSaving();
  const [open, setOpen] = React.useState(false);
  const log = useResource<{ items: WebhookDeliveryRow[] }>(open ? `/webhooks/${hook.id}/deliveries` : null);
  const act = (work: () => Promise<unknown>) =>
    run(async () => {
      await work();
      onChanged();
      log.reload();
    });
  const { name, url, kinds } = hook;
  return (
    <Card
      title={name}
      aside={
        <Mark tone={hook.active ? 'good' : 'warn'}>{hook.active ? t('webhooks.active') : t('webhooks.inactive')}</Mark>
      }
    >
      {problem && <ProblemSummary problem={problem} />}
      <Typography tag="p" style={{ overflowWrap: 'anywhere' }}>
        {url}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {kinds.map((kind) => t(`notices.kind.${kind}`)).join(' · ')}
      </Typography>
      {hook.disabledReason && (
        <Typography tag="p" textColor="danger600">
          {t('webhooks.disabled', { reason: hook.disabledReason })}
        </Typography>
      )}
      <Flex gap={2} wrap="wrap" paddingTop={3}>
        <Button
          size="S"
          variant="secondary"
          disabled={busy}
          onClick={() =>
            void act(async () => {
              await post(`/webhooks/${hook.id}/test`);
              setOpen(true);
            })
          }
        >
          {t('webhooks.try')}
        </Button>
        <Button size="S" variant="tertiary" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('webhooks.log')}
        </Button>
        <Button
          size="S"
          variant="tertiary"
          disabled={busy}
          onClick={() => void act(() => put(`/webhooks/${hook.id}`, { name, url, kinds, active: !hook.active }))}
        >
          {hook.active ? t('webhooks.switchOff') : t('webhooks.switchOn')}
        </Button>
        <Button
          size="S"
          variant="danger-light"
          disabled={busy}
          onClick={() => void act(() => remove(`/webhooks/${hook.id}`))}
        >
          {t('webhooks.remove')}
        </Button>
      </Flex>
      {open && (
        <ul aria-label={t('webhooks.log')} style={{ paddingTop: 12 }}>
          {log.data?.items.length === 0 && <li>{t('webhooks.noCalls')}</li>}
          {log.data?.items.map((call) => (
            <Flex tag="li" key={call.id} gap={3} wrap="wrap" paddingTop={1}>
              <Mark tone={call.state === 'SENT' ? 'good' : call.state === 'FAILED' ? 'warn' : 'plain'}>
                {t(`notices.state.${call.state}`)}
              </Mark>
              <Typography variant="pi" style={{ overflowWrap: 'anywhere' }}>
                {[
                  formatInstant(call.queuedAt),
                  call.kind === 'TEST' ? t('webhooks.trial') : t(`notices.kind.${call.kind}`),
                  t('notices.attempts', { count: call.attempts }),
                  call.lastAnswer,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Typography>
            </Flex>
          ))}
        </ul>
      )}
    </Card>
  );
};
