import {
  Button,
  Field,
  Flex,
  Modal,
  MultiSelect,
  MultiSelectOption,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import * as React from 'react';

import type { Gap, NewShift, Roster } from '../../../../shared/duty-contract';
import { type Problem, readProblem } from '../../api/problem';
import { post } from '../../api/send';
import { ProblemSummary } from '../../components/ProblemSummary';
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

/** Who keeps the desk from when to when, on one day or on many. */
export const ShiftDialog = ({ unit, span, candidates, onClose, onSaved }: Props) => {
  const { t } = useText();
  const [from, setFrom] = React.useState(span ? toLocalInput(new Date(span.from)) : '');
  const [to, setTo] = React.useState(span ? toLocalInput(new Date(span.to)) : '');
  const [people, setPeople] = React.useState<string[]>([]);
  const [deputy, setDeputy] = React.useState('');
  const [days, setDays] = React.useState(1);
  const [checked, setChecked] = React.useState(false);
  const [busy, setBusy] = React.useState(false);
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const startsAt = fromLocalInput(from);
  const endsAt = fromLocalInput(to);
  const missing = (absent: boolean) => (checked && absent ? t('field.required') : undefined);

  const save = async () => {
    setChecked(true);
    if (!startsAt || !endsAt || people.length === 0) return;
    setBusy(true);
    setProblem(null);
    try {
      await post('/duty/shifts', {
        unit,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        people,
        deputy: deputy || null,
        days,
      } satisfies NewShift);
      onSaved();
    } catch (thrown) {
      setProblem(readProblem(thrown));
      setBusy(false);
    }
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{t('roster.add')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {problem && <ProblemSummary problem={problem} />}
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Flex gap={4} wrap="wrap" alignItems="flex-start">
              <Field.Root name="startsAt" required error={missing(!startsAt)} style={{ flex: '1 1 20rem' }}>
                <Field.Label>{t('roster.from')}</Field.Label>
                <TextInput
                  type="datetime-local"
                  value={from}
                  onChange={(event: React.ChangeEvent<HTMLInputElement>) => setFrom(event.target.value)}
                />
                <Field.Error />
              </Field.Root>
              <Field.Root name="endsAt" required error={missing(!endsAt)} style={{ flex: '1 1 20rem' }}>
                <Field.Label>{t('roster.to')}</Field.Label>
                <TextInput
                  type="datetime-local"
                  value={to}
                  onChange={(event: React.ChangeEvent<HTMLInputElement>) => setTo(event.target.value)}
                />
                <Field.Error />
              </Field.Root>
            </Flex>
            <Field.Root name="people" required hint={t('roster.peopleHint')} error={missing(people.length === 0)}>
              <Field.Label>{t('roster.people')}</Field.Label>
              <MultiSelect withTags value={people} onChange={(next: string[]) => setPeople(next ?? [])}>
                {candidates.map((one) => (
                  <MultiSelectOption key={one.id} value={one.id}>
                    {`${one.name}${one.desk ? ' *' : ''}, ${one.title}`}
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
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button loading={busy} onClick={() => void save()}>
            {t('roster.save')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
