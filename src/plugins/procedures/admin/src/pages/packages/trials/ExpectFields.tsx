import {
  Button,
  Field,
  Flex,
  MultiSelect,
  MultiSelectOption,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import type * as React from 'react';

import type { ScenarioChoices, StepExpectation } from '../../../../../shared/trials-contract';
import { chosenWords } from '../../../components/chosenWords';
import { useText } from '../../../text/useText';
import { ExpectedClockFields } from './ExpectedClockFields';
import { withoutEmpty, withTasks } from './expectation';

interface Props {
  expect: StepExpectation;
  choices: ScenarioChoices;
  onChange(expect: StepExpectation): void;
}

type Value = string | number;

/** What must hold after a step. What is left open is not looked at. */
export const ExpectFields = ({ expect, choices, onChange }: Props) => {
  const { t, pick } = useText();
  const set = (part: Partial<StepExpectation>) => onChange(withoutEmpty({ ...expect, ...part }));
  const tasks = (expect.tasks ?? []).map((task) => (typeof task === 'string' ? task : task.element));
  const yesNo = (name: 'ended' | 'numbered') => (
    <Field.Root key={name} name={name}>
      <Field.Label>{t(`trials.expect.${name}`)}</Field.Label>
      <SingleSelect
        value={expect[name] === undefined ? '' : String(expect[name])}
        onChange={(value: Value) => set({ [name]: value === '' ? undefined : value === 'true' })}
      >
        <SingleSelectOption value="">{t('trials.notLooked')}</SingleSelectOption>
        <SingleSelectOption value="true">{t('trials.yes')}</SingleSelectOption>
        <SingleSelectOption value="false">{t('trials.no')}</SingleSelectOption>
      </SingleSelect>
    </Field.Root>
  );
  const elements = (name: 'passed' | 'notPassed') => (
    <Field.Root key={name} name={name}>
      <Field.Label>{t(`trials.expect.${name}`)}</Field.Label>
      <MultiSelect
        customizeContent={chosenWords(choices.elements.map((one) => [one.id, one.name]))}
        placeholder={t('trials.notLooked')}
        value={expect[name] ?? []}
        onChange={(value: string[]) => set({ [name]: value })}
      >
        {choices.elements.map((one) => (
          <MultiSelectOption key={one.id} value={one.id}>
            {one.name}
          </MultiSelectOption>
        ))}
      </MultiSelect>
    </Field.Root>
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Field.Root name="state">
        <Field.Label>{t('trials.state')}</Field.Label>
        <SingleSelect
          value={expect.state ?? ''}
          onChange={(value: Value) => set({ state: value === '' ? undefined : String(value) })}
        >
          <SingleSelectOption value="">{t('trials.notLooked')}</SingleSelectOption>
          {choices.states.map((one) => (
            <SingleSelectOption key={one.code} value={one.code}>
              {pick(one.title)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root name="tasks" hint={t('trials.expect.tasksHint')}>
        <Field.Label>{t('trials.openTasks')}</Field.Label>
        <MultiSelect
          customizeContent={chosenWords(choices.tasks.map((one) => [one.element, pick(one.title)]))}
          placeholder={t('trials.none.tasks')}
          value={tasks}
          onChange={(value: string[]) => onChange(withTasks(expect, value))}
        >
          {choices.tasks.map((one) => (
            <MultiSelectOption key={one.element} value={one.element}>
              {pick(one.title)}
            </MultiSelectOption>
          ))}
        </MultiSelect>
        <Field.Hint />
      </Field.Root>
      {(expect.clocks ?? []).map((clock, index) => (
        <ExpectedClockFields
          key={index}
          clock={clock}
          choices={choices}
          onChange={(next) =>
            set({ clocks: (expect.clocks ?? []).flatMap((one, at) => (at === index ? (next ?? []) : one)) })
          }
        />
      ))}
      <Flex>
        <Button
          size="S"
          variant="tertiary"
          startIcon={<Plus />}
          disabled={choices.clocks.length === 0}
          onClick={() =>
            set({ clocks: [...(expect.clocks ?? []), { rule: choices.clocks[0]?.rule ?? '', state: 'RUNNING' }] })
          }
        >
          {t('trials.addClock')}
        </Button>
      </Flex>
      <Field.Root name="outcome">
        <Field.Label>{t('trials.outcome')}</Field.Label>
        <SingleSelect
          value={expect.outcome ?? ''}
          onChange={(value: Value) => set({ outcome: value === '' ? undefined : String(value) })}
        >
          <SingleSelectOption value="">{t('trials.notLooked')}</SingleSelectOption>
          {choices.outcomes.map((one) => (
            <SingleSelectOption key={one.code} value={one.code}>
              {pick(one.title)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Flex gap={3}>{[yesNo('numbered'), yesNo('ended')]}</Flex>
      {elements('passed')}
      {elements('notPassed')}
      <Field.Root name="refused" hint={t('trials.expect.refusedHint')}>
        <Field.Label>{t('trials.expect.refused')}</Field.Label>
        <TextInput
          value={expect.refused ?? ''}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => set({ refused: event.target.value || undefined })}
        />
        <Field.Hint />
      </Field.Root>
    </Flex>
  );
};
