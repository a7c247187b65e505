import { Button, Field, Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import type * as React from 'react';

import type { ExpectedClock, ScenarioChoices } from '../../../../../shared/trials-contract';
import { useText } from '../../../text/useText';
import { toLocalInput } from '../../../time/instants';
import { fromLocal } from './fromLocal';

interface Props {
  clock: ExpectedClock;
  choices: ScenarioChoices;
  /** null: it is taken out */
  onChange(clock: ExpectedClock | null): void;
}

const STATES = ['RUNNING', 'PAUSED', 'MET', 'MISSED', 'SUPERSEDED'] as const;
const STAGES = ['NEUTRAL', 'AMBER', 'DUE', 'ESCALATED'] as const;
type Value = string | number;

/** One clock that must run, or have ended, so. */
export const ExpectedClockFields = ({ clock, choices, onChange }: Props) => {
  const { t, pick } = useText();
  // A scenario may name a rule of which the package has variants.
  const isListed = choices.clocks.some((one) => one.rule === clock.rule);
  /** The key only where the words alone do not tell two rules apart. */
  const words = ({ rule, title }: ScenarioChoices['clocks'][number]) =>
    choices.clocks.some((other) => other.rule !== rule && pick(other.title) === pick(title))
      ? `${pick(title)} (${rule})`
      : pick(title);
  const chosen = (part: 'state' | 'stage', value: Value) =>
    onChange({ ...clock, [part]: value === '' ? undefined : String(value) });
  return (
    <Flex gap={2} wrap="wrap" alignItems="flex-end" padding={2} background="neutral100" hasRadius>
      <Field.Root name="rule" style={{ flex: '2 1 22rem' }}>
        <Field.Label>{t('trials.clock')}</Field.Label>
        <SingleSelect value={clock.rule} onChange={(value: Value) => onChange({ ...clock, rule: String(value) })}>
          {!isListed && <SingleSelectOption value={clock.rule}>{clock.rule}</SingleSelectOption>}
          {choices.clocks.map((one) => (
            <SingleSelectOption key={one.rule} value={one.rule}>
              {words(one)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root name="state" style={{ flex: '1 1 14rem' }}>
        <Field.Label>{t('trials.clockIs')}</Field.Label>
        <SingleSelect value={clock.state ?? ''} onChange={(value: Value) => chosen('state', value)}>
          <SingleSelectOption value="">{t('trials.notLooked')}</SingleSelectOption>
          {STATES.map((one) => (
            <SingleSelectOption key={one} value={one}>
              {t(`trials.clockState.${one}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root name="stage" style={{ flex: '1 1 14rem' }}>
        <Field.Label>{t('trials.stage')}</Field.Label>
        <SingleSelect value={clock.stage ?? ''} onChange={(value: Value) => chosen('stage', value)}>
          <SingleSelectOption value="">{t('trials.notLooked')}</SingleSelectOption>
          {STAGES.map((one) => (
            <SingleSelectOption key={one} value={one}>
              {t(`trials.clockStage.${one}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root name="due">
        <Field.Label>{t('trials.dueAt')}</Field.Label>
        <TextInput
          type="datetime-local"
          value={clock.due ? toLocalInput(new Date(clock.due)) : ''}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
            onChange({ ...clock, due: event.target.value ? fromLocal(event.target.value) : undefined })
          }
        />
      </Field.Root>
      <Button size="S" variant="danger-light" onClick={() => onChange(null)}>
        {t('trials.removeClock')}
      </Button>
    </Flex>
  );
};
