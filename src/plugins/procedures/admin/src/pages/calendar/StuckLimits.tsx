import { Button, Field, Flex, NumberInput, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';

import type { BoardSettings } from '../../../../shared/boards-contract';
import { put } from '../../api/send';
import { useResource } from '../../api/useResource';
import { useSending } from '../../api/useSending';
import { Card } from '../../components/Card';
import { ErrorState } from '../../components/ErrorState';
import { ProblemSummary } from '../../components/ProblemSummary';
import { Skeleton } from '../../components/Skeleton';
import { type TextKey, useText } from '../../text/useText';

const FIELDS = [
  ['unclaimedHours', 720],
  ['returns', 10],
  ['answerDays', 60],
] as const;

/** From when on boards call work stuck: the administrator's to decide. */
export const StuckLimits = () => {
  const { t, pick } = useText();
  const { toggleNotification } = useNotification();
  const { data, problem, reload } = useResource<BoardSettings>('/board/settings');
  const [typed, setTyped] = React.useState<Partial<BoardSettings>>({});
  const { busy: isBusy, problem: refusal, run } = useSending();
  if (problem) return <ErrorState problem={problem} onRetry={reload} />;
  if (!data) return <Skeleton rows={2} height={72} />;
  const shown = { ...data, ...typed };
  const save = async () => {
    await run(async () => {
      await put('/board/settings', shown);
      toggleNotification({ type: 'success', message: t('boards.settings.saved') });
      reload();
    });
  };
  return (
    <Card title={t('boards.settings.title')}>
      <Typography tag="p" textColor="neutral600" paddingBottom={3}>
        {t('boards.settings.about')}
      </Typography>
      {refusal && <ProblemSummary problem={refusal} />}
      <Flex gap={4} wrap="wrap" alignItems="flex-end">
        {FIELDS.map(([name, most]) => (
          <Field.Root
            key={name}
            name={name}
            error={pick(refusal?.problems.find(({ path }) => path === name)) || undefined}
          >
            <Field.Label>{t(`boards.settings.${name}` as TextKey)}</Field.Label>
            <NumberInput
              value={shown[name]}
              min={1}
              max={most}
              step={1}
              onValueChange={(value) => setTyped((last) => ({ ...last, [name]: value }))}
            />
            <Field.Error />
          </Field.Root>
        ))}
        <Button loading={isBusy} onClick={() => void save()}>
          {t('action.save')}
        </Button>
      </Flex>
    </Card>
  );
};
