import { Button, Checkbox, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import * as React from 'react';

import { type NewWebhook, NOTICE_KINDS, type NoticeKind } from '../../../../shared/notifications-contract';
import { post } from '../../api/send';
import { Card } from '../../components/Card';
import { ProblemSummary } from '../../components/ProblemSummary';
import { useText } from '../../text/useText';
import { useSaving } from './useSaving';

/** A new address to call; what was typed stays when the server refuses it. */
export const WebhookForm = ({ onMade }: { onMade(hook: NewWebhook): void }) => {
  const { t } = useText();
  const { busy, problem, run } = useSaving();
  const [name, setName] = React.useState('');
  const [url, setUrl] = React.useState('');
  const [kinds, setKinds] = React.useState<NoticeKind[]>([]);
  const add = () =>
    run(async () => {
      onMade(await post<NewWebhook>('/webhooks', { name, url, kinds }));
      setName('');
      setUrl('');
      setKinds([]);
    });
  return (
    <Card title={t('webhooks.add')}>
      {problem && <ProblemSummary problem={problem} />}
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Field.Root name="name" required>
          <Field.Label>{t('webhooks.name')}</Field.Label>
          <TextInput
            value={name}
            readOnly={busy}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => setName(event.target.value)}
          />
        </Field.Root>
        <Field.Root name="url" required hint={t('webhooks.urlHint')}>
          <Field.Label>{t('webhooks.url')}</Field.Label>
          <TextInput
            value={url}
            readOnly={busy}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => setUrl(event.target.value)}
          />
          <Field.Hint />
        </Field.Root>
        <Flex gap={3} wrap="wrap" role="group" aria-label={t('webhooks.kinds')}>
          {NOTICE_KINDS.map((kind) => (
            <Checkbox
              key={kind}
              checked={kinds.includes(kind)}
              disabled={busy}
              onCheckedChange={(checked) =>
                setKinds((last) => [...last.filter((each) => each !== kind), ...(checked === true ? [kind] : [])])
              }
            >
              {t(`notices.kind.${kind}`)}
            </Checkbox>
          ))}
        </Flex>
        <Typography variant="pi" textColor="neutral600">
          {t('webhooks.what')}
        </Typography>
        <div>
          <Button loading={busy} onClick={() => void add()}>
            {t('webhooks.add')}
          </Button>
        </div>
      </Flex>
    </Card>
  );
};
