import { Button, Field, Flex, NumberInput, Typography } from '@strapi/design-system';
import { Clock } from '@strapi/icons';
import * as React from 'react';

import type { RecordedStepAnswer, ScenarioChoices } from '../../../../../shared/trials-contract';
import { Card } from '../../../components/Card';
import { useText } from '../../../text/useText';
import { formatInstant } from '../../../time/instants';
import { TrialForm } from './TrialForm';
import type { TrialRecording } from './useRecording';

interface Props {
  answer: RecordedStepAnswer;
  /** the groups by their words */
  groups: ScenarioChoices['groups'];
  recording: TrialRecording;
}

type Chosen = { kind: 'task' | 'event'; id: string } | null;

/** What may be done now: open tasks and events with their forms, and letting time pass. */
export const TrialActions = ({ answer, groups, recording }: Props) => {
  const { t, pick } = useText();
  const [chosen, setChosen] = React.useState<Chosen>(null);
  const [days, setDays] = React.useState(1);
  const { choices } = answer;
  if (!choices) return null;
  const groupNames = (ids: string[]) => ids.map((id) => groups.find((one) => one.id === id)?.title ?? id).join(', ');
  const { nextDue } = choices;
  const nextClock = answer.seen?.clocks.find((one) => one.rule === nextDue?.rule && one.state === 'RUNNING');
  const task = chosen?.kind === 'task' ? choices.tasks.find((one) => one.id === chosen.id) : undefined;
  const event = chosen?.kind === 'event' ? choices.offers.find((one) => one.code === chosen.id) : undefined;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Card title={t('trials.openTasks')}>
        <Flex direction="column" alignItems="stretch" gap={2}>
          {choices.tasks.length === 0 && <Typography textColor="neutral600">{t('trials.noTasks')}</Typography>}
          {choices.tasks.map((one) => (
            <Flex key={one.id} gap={2} justifyContent="space-between" wrap="wrap">
              <div>
                <Typography tag="p" fontWeight="semiBold">
                  {one.title}
                </Typography>
                <Typography variant="pi" textColor="neutral600">
                  {groupNames(one.candidates)}
                  {one.due && ` · ${t('trials.due', { when: formatInstant(one.due) })}`}
                </Typography>
              </div>
              <Button
                size="S"
                variant="secondary"
                disabled={recording.busy}
                aria-label={`${t('trials.doTask')}: ${one.title}`}
                onClick={() => setChosen({ kind: 'task', id: one.id })}
              >
                {t('trials.doTask')}
              </Button>
            </Flex>
          ))}
        </Flex>
        {task && (
          <TrialForm
            key={task.id}
            title={task.title}
            form={task.form}
            initial={task.values}
            busy={recording.busy}
            onClose={() => setChosen(null)}
            onSend={(values) => void recording.act({ complete: task.element, values })}
          />
        )}
      </Card>
      <Card title={t('trials.time')}>
        <Flex gap={3} wrap="wrap" alignItems="flex-end">
          <Button
            variant="secondary"
            startIcon={<Clock />}
            disabled={recording.busy || !nextDue}
            onClick={() => void recording.act({ advance: { to: 'nextDue' } })}
          >
            {nextDue
              ? t('trials.toNextDue', {
                  rule: nextClock?.title ? pick(nextClock.title) : nextDue.rule,
                  when: formatInstant(nextDue.at),
                })
              : t('trials.noDue')}
          </Button>
          <Field.Root name="days">
            <Field.Label>{t('trials.days')}</Field.Label>
            <NumberInput value={days} onValueChange={(value: number | undefined) => setDays(Math.max(1, value ?? 1))} />
          </Field.Root>
          <Button
            variant="secondary"
            disabled={recording.busy}
            onClick={() => void recording.act({ advance: { by: `P${Math.round(days)}D` } })}
          >
            {t('trials.passDays', { days: Math.round(days) })}
          </Button>
        </Flex>
      </Card>
      {choices.offers.length > 0 && (
        <Card title={t('trials.offers')}>
          <Flex gap={2} wrap="wrap">
            {choices.offers.map((one) => (
              <Button
                key={one.code}
                size="S"
                variant="tertiary"
                disabled={recording.busy}
                onClick={() => setChosen({ kind: 'event', id: one.code })}
              >
                {pick(one.title)}
              </Button>
            ))}
          </Flex>
          {event && (
            <TrialForm
              key={event.code}
              title={pick(event.title)}
              form={event.form}
              initial={{}}
              busy={recording.busy}
              onClose={() => setChosen(null)}
              onSend={(values) => void recording.act({ event: event.code, values })}
            />
          )}
        </Card>
      )}
    </Flex>
  );
};
