import { Field, Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import type * as React from 'react';

import type { ScenarioChoices, ScenarioStep } from '../../../../../shared/trials-contract';
import { FormView } from '../../../components/form/FormView';
import { useText } from '../../../text/useText';
import { toLocalInput } from '../../../time/instants';
import { DataFields } from './DataFields';
import { fromLocal } from './fromLocal';
import { asKind, kindOf, type StepKind } from './stepWords';
import { TimeFields } from './TimeFields';

interface Props {
  isFirst: boolean;
  step: ScenarioStep;
  choices: ScenarioChoices;
  onChange(step: ScenarioStep): void;
}

const KINDS: StepKind[] = ['complete', 'event', 'message', 'advance'];
type Change = React.ChangeEvent<HTMLInputElement>;
type Value = string | number;

/** What is done: which thing, when, by whom, and what is entered in the real form. */
export const DoFields = ({ isFirst, step, choices, onChange }: Props) => {
  const { t, pick } = useText();
  const kind = kindOf(step);
  const starts = choices.starts.map((one) => ({ code: one.event, title: one.title, form: one.form }));
  const events = isFirst ? starts : choices.events;
  const chosen =
    kind === 'event'
      ? events.find((one) => one.code === step.event)
      : choices.tasks.find((one) => one.element === step.complete);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {!isFirst && (
        <Field.Root name="kind">
          <Field.Label>{t('trials.kind')}</Field.Label>
          <SingleSelect value={kind} onChange={(value: Value) => onChange(asKind(step, value as StepKind, choices))}>
            {KINDS.map((one) => (
              <SingleSelectOption key={one} value={one}>
                {t(`trials.kind.${one}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      )}
      {kind === 'event' && (
        <Field.Root name="event">
          <Field.Label>{t('trials.kind.event')}</Field.Label>
          <SingleSelect value={step.event} onChange={(value: Value) => onChange({ ...step, event: String(value) })}>
            {events.map((one) => (
              <SingleSelectOption key={one.code} value={one.code}>
                {pick(one.title)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      )}
      {kind === 'complete' && (
        <Field.Root name="complete">
          <Field.Label>{t('trials.kind.complete')}</Field.Label>
          <SingleSelect
            value={step.complete}
            onChange={(value: Value) => onChange({ ...step, complete: String(value), values: undefined })}
          >
            {choices.tasks.map((one) => (
              <SingleSelectOption key={one.element} value={one.element}>
                {pick(one.title)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      )}
      {kind === 'message' && (
        <Field.Root name="message">
          <Field.Label>{t('trials.kind.message')}</Field.Label>
          <TextInput
            value={step.message ?? ''}
            onChange={(event: Change) => onChange({ ...step, message: event.target.value })}
          />
        </Field.Root>
      )}
      {kind === 'advance' && (
        <TimeFields advance={step.advance ?? {}} onChange={(advance) => onChange({ ...step, advance })} />
      )}
      {kind !== 'advance' && (
        <Flex gap={3} wrap="wrap" alignItems="flex-start">
          <Field.Root name="at" hint={t('trials.atHint')}>
            <Field.Label>{t('trials.at')}</Field.Label>
            <TextInput
              type="datetime-local"
              value={step.at ? toLocalInput(new Date(step.at)) : ''}
              onChange={(event: Change) =>
                onChange({ ...step, at: event.target.value ? fromLocal(event.target.value) : undefined })
              }
            />
            <Field.Hint />
          </Field.Root>
          <Field.Root name="as" style={{ flex: '1 1 20rem' }}>
            <Field.Label>{t('trials.as')}</Field.Label>
            <SingleSelect
              value={step.as ?? ''}
              onChange={(value: Value) => onChange({ ...step, as: value === '' ? undefined : String(value) })}
            >
              <SingleSelectOption value="">{t('trials.anybody')}</SingleSelectOption>
              {choices.groups.map((one) => (
                <SingleSelectOption key={one.id} value={one.id}>
                  {one.title}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Flex>
      )}
      {step.data && <DataFields data={step.data} onChange={(data) => onChange({ ...step, data })} />}
      {!step.data && chosen?.form && (
        <FormView
          key={`${kind} ${step.event ?? step.complete}`}
          schema={chosen.form}
          initial={step.values ?? {}}
          onChange={(values) => onChange({ ...step, values: { record: values.record, task: values.task } })}
        />
      )}
    </Flex>
  );
};
