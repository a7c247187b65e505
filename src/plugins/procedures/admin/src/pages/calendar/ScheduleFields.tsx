import {
  Box,
  Checkbox,
  Field,
  Flex,
  MultiSelect,
  MultiSelectOption,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
} from '@strapi/design-system';
import type * as React from 'react';

import { chosenWords } from '../../components/chosenWords';
import { type TextKey, useText } from '../../text/useText';
import type { DueChoice, ScheduleDraft } from './scheduleDraft';
import type { Units } from './useScheduleText';

interface Props {
  draft: ScheduleDraft;
  units: Units;
  isNew: boolean;
  /** fields to scold */
  faults: (keyof ScheduleDraft)[];
  set(change: Partial<ScheduleDraft>): void;
}

type TextName = { [K in keyof ScheduleDraft]: ScheduleDraft[K] extends string ? K : never }[keyof ScheduleDraft];

const KINDS: ScheduleDraft['kind'][] = ['MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR', 'CUSTOM'];
const DUES: DueChoice[] = ['NONE', 'BEFORE_DATE', 'BY_DATE', 'CALENDAR_DAYS', 'WORKING_DAYS'];
const ROLLINGS: ScheduleDraft['rolling'][] = ['NEXT_WORKING_DAY', 'NONE'];

/** The fields of a schedule, those only that its kind of period and due need. */
export const ScheduleFields = ({ draft, units, isNew, faults, set }: Props) => {
  const { t } = useText();
  const error = (name: keyof ScheduleDraft) => (faults.includes(name) ? t('field.required') : undefined);
  const text = (name: TextName, label: TextKey, more: { hint?: TextKey; type?: string; required?: boolean } = {}) => (
    <Field.Root
      name={name}
      required={more.required}
      hint={more.hint && t(more.hint)}
      error={error(name)}
      style={{ flex: '1 1 12rem' }}
    >
      <Field.Label>{t(label)}</Field.Label>
      <TextInput
        type={more.type ?? 'text'}
        value={draft[name]}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => set({ [name]: event.target.value })}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
  const area = (name: 'others' | 'reason', label: TextKey, hint: TextKey, required: boolean) => (
    <Field.Root name={name} required={required} hint={t(hint)} error={error(name)}>
      <Field.Label>{t(label)}</Field.Label>
      <Textarea
        value={draft[name]}
        onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => set({ [name]: event.target.value })}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
  const choice = <N extends 'kind' | 'due' | 'rolling' | 'owner'>(
    name: N,
    label: TextKey,
    options: [string, string][],
  ) => (
    <Field.Root name={name} required={name === 'owner'} error={error(name)} style={{ flex: '1 1 20rem', minWidth: 0 }}>
      <Field.Label>{t(label)}</Field.Label>
      <SingleSelect
        value={draft[name]}
        onChange={(value) => set({ [name]: String(value) } as unknown as Partial<ScheduleDraft>)}
      >
        {options.map(([value, words]) => (
          <SingleSelectOption key={value} value={value}>
            {words}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Error />
    </Field.Root>
  );
  const several = (name: 'recipients' | 'informs', label: TextKey, among: Units) => (
    <Field.Root name={name} required={name === 'recipients'} error={error(name)}>
      <Field.Label>{t(label)}</Field.Label>
      <MultiSelect
        customizeContent={chosenWords(among.map((unit) => [unit.code, unit.name]))}
        value={draft[name]}
        onChange={(value: string[]) => set({ [name]: value })}
      >
        {among.map((unit) => (
          <MultiSelectOption key={unit.code} value={unit.code}>
            {unit.name}
          </MultiSelectOption>
        ))}
      </MultiSelect>
      <Field.Error />
    </Field.Root>
  );
  const own = units.filter((unit) => !unit.external);
  const isDate = draft.due === 'BEFORE_DATE' || draft.due === 'BY_DATE';
  const isLong = draft.kind === 'YEAR' || draft.kind === 'CUSTOM';

  return (
    // Each field says how wide it would be; in a column that would be its height.
    <Box style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 16 }}>
      {isNew && text('code', 'schedules.field.code', { hint: 'schedules.codeHint', required: true })}
      {text('titleVi', 'schedules.field.titleVi', { required: true })}
      {text('titleEn', 'schedules.field.titleEn')}
      {text('legalBasis', 'rules.field.legalBasis')}
      <Flex gap={3} wrap="wrap" alignItems="flex-start">
        {choice(
          'kind',
          'schedules.field.kind',
          KINDS.map((kind) => [kind, t(`schedules.period.${kind}`)]),
        )}
        {text('startDay', 'schedules.field.startDay', { type: 'number' })}
        {text('startMonth', 'schedules.field.startMonth', { type: 'number', hint: 'schedules.startHint' })}
        {draft.kind === 'CUSTOM' && text('months', 'schedules.field.months', { type: 'number' })}
        {draft.kind === 'CUSTOM' && text('startYear', 'schedules.field.startYear', { type: 'number' })}
      </Flex>
      <Flex gap={3} wrap="wrap" alignItems="flex-start">
        {choice(
          'due',
          'schedules.field.due',
          DUES.map((due) => [due, t(`schedules.due.${due}`)]),
        )}
        {isDate && text('dueDay', 'schedules.field.dueDay', { type: 'number' })}
        {isDate && isLong && text('dueMonth', 'schedules.field.dueMonth', { type: 'number' })}
        {draft.due !== 'NONE' && !isDate && text('dueDays', 'schedules.field.dueDays', { type: 'number' })}
      </Flex>
      {draft.due !== 'NONE' &&
        draft.due !== 'WORKING_DAYS' &&
        choice(
          'rolling',
          'schedules.field.rolling',
          ROLLINGS.map((rolling) => [rolling, t(`schedules.rolling.${rolling}`)]),
        )}
      <Checkbox checked={draft.opensEarly} onCheckedChange={(value) => set({ opensEarly: value === true })}>
        {t('schedules.opensEarly')}
      </Checkbox>
      {draft.opensEarly && text('openDays', 'schedules.field.openDays', { type: 'number' })}
      {choice(
        'owner',
        'schedules.field.owner',
        own.map((unit) => [unit.code, unit.name]),
      )}
      {several('recipients', 'schedules.field.recipients', units)}
      {area('others', 'schedules.field.others', 'schedules.othersHint', false)}
      {several('informs', 'schedules.field.informs', own)}
      <Checkbox checked={draft.confirmed} onCheckedChange={(value) => set({ confirmed: value === true })}>
        {t('rules.confirmed')}
      </Checkbox>
      {draft.confirmed && (
        <Flex gap={3} wrap="wrap" alignItems="flex-start">
          {text('by', 'rules.field.by', { required: true })}
          {text('at', 'rules.field.at', { type: 'date', required: true })}
          {text('document', 'rules.field.document', { required: true })}
        </Flex>
      )}
      <Checkbox checked={draft.active} onCheckedChange={(value) => set({ active: value === true })}>
        {t('schedules.switchOn')}
      </Checkbox>
      {area('reason', 'rules.field.reason', 'schedules.reasonHint', true)}
    </Box>
  );
};
