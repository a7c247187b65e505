import {
  Field,
  Flex,
  MultiSelect,
  MultiSelectOption,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import * as React from 'react';

import type { Gap, NewShift, Roster } from '../../../../shared/duty-contract';
import { post } from '../../api/send';
import { ActDialog } from '../../components/ActDialog';
import { chosenWords } from '../../components/chosenWords';
import { TextField } from '../../components/TextField';
import { useText } from '../../text/useText';
import { fromLocalInput, toLocalInput } from '../../time/instants';

interface Props {
  unit: string;
  /** the gap that is filled; null: any time */
  span: Gap | null;
  candidates: Roster['candidates'];
  onClose(): void;
  onSaved(): void;
}

type Candidate = Roster['candidates'][number];
const wordsOf = ({ name, desk, title }: Candidate) => `${name}${desk ? ' *' : ''}, ${title}`;

/** Who keeps the desk from when to when, on one day or on many. */
export const ShiftDialog = ({ unit, span, candidates, onClose, onSaved }: Props) => {
  const { t } = useText();
  const [from, setFrom] = React.useState(span ? toLocalInput(new Date(span.from)) : '');
  const [to, setTo] = React.useState(span ? toLocalInput(new Date(span.to)) : '');
  const [people, setPeople] = React.useState<string[]>([]);
  const [deputy, setDeputy] = React.useState('');
  const [days, setDays] = React.useState(1);
  const [checked, setChecked] = React.useState(false);
  const startsAt = fromLocalInput(from);
  const endsAt = fromLocalInput(to);
  const missing = (absent: boolean) => (checked && absent ? t('field.required') : undefined);

  const save = async () => {
    setChecked(true);
    if (!startsAt || !endsAt || people.length === 0) return false;
    await post('/duty/shifts', {
      unit,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      people,
      deputy: deputy || null,
      days,
    } satisfies NewShift);
    onSaved();
  };
  return (
    <ActDialog title={t('roster.add')} confirm={t('roster.save')} onClose={onClose} onConfirm={save}>
      <Flex gap={4} wrap="wrap" alignItems="flex-start">
        <TextField
          name="startsAt"
          type="datetime-local"
          required
          label={t('roster.from')}
          error={missing(!startsAt)}
          value={from}
          onChange={setFrom}
        />
        <TextField
          name="endsAt"
          type="datetime-local"
          required
          label={t('roster.to')}
          error={missing(!endsAt)}
          value={to}
          onChange={setTo}
        />
      </Flex>
      <Field.Root name="people" required hint={t('roster.peopleHint')} error={missing(people.length === 0)}>
        <Field.Label>{t('roster.people')}</Field.Label>
        <MultiSelect
          customizeContent={chosenWords(candidates.map((one) => [one.id, wordsOf(one)]))}
          value={people}
          onChange={(next: string[]) => setPeople(next ?? [])}
        >
          {candidates.map((one) => (
            <MultiSelectOption key={one.id} value={one.id}>
              {wordsOf(one)}
            </MultiSelectOption>
          ))}
        </MultiSelect>
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <Field.Root name="deputy">
        <Field.Label>{t('roster.deputy')}</Field.Label>
        <SingleSelect
          value={deputy}
          onChange={(next) => setDeputy(String(next))}
          onClear={() => setDeputy('')}
          clearLabel={t('action.clear')}
        >
          {candidates.map((one) => (
            <SingleSelectOption key={one.id} value={one.id}>
              {`${one.name}, ${one.title}`}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root name="days" hint={t('roster.daysHint')}>
        <Field.Label>{t('roster.days')}</Field.Label>
        <NumberInput value={days} onValueChange={(value: number | undefined) => setDays(value ?? 1)} />
        <Field.Hint />
      </Field.Root>
    </ActDialog>
  );
};
