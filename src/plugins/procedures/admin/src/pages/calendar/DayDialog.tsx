import { Button, Field, Flex, Modal, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import * as React from 'react';
import type { CalendarDay, DayKind, DayStatus, PutCalendarDayBody } from '../../../../shared/contracts';
import { put, remove } from '../../api/send';
import { useSending } from '../../api/useSending';
import { OpenModal } from '../../components/OpenModal';
import { ProblemSummary } from '../../components/ProblemSummary';
import { useText } from '../../text/useText';
import { formatDay } from '../../time/instants';
import { isoWeekday } from './monthGrid';

interface Props {
  day: string;
  known: CalendarDay | null;
  weekend: number[];
  onClose(): void;
  onSaved(): void;
}

const KINDS: DayKind[] = ['HOLIDAY', 'WORKING'];
const STATUSES: DayStatus[] = ['LAW', 'DECIDED', 'ASSUMED'];

/** A day that differs from the weekly pattern. What one wants of a weekend is nearly always to work on it. */
export const DayDialog = ({ day, known, weekend, onClose, onSaved }: Props) => {
  const { t } = useText();
  const [kind, setKind] = React.useState<DayKind>(
    known?.kind ?? (weekend.includes(isoWeekday(day)) ? 'WORKING' : 'HOLIDAY'),
  );
  const [name, setName] = React.useState(known?.name ?? '');
  const [status, setStatus] = React.useState<DayStatus>(known?.status ?? 'DECIDED');
  const [checked, setChecked] = React.useState(false);
  const { busy, problem, run } = useSending();
  const missing = name.trim() === '';

  const done = async (act: () => Promise<unknown>) => {
    if (await run(act)) onSaved();
  };
  const save = () => {
    setChecked(true);
    if (missing) return;
    void done(() => put(`/calendar/days/${day}`, { kind, name: name.trim(), status } satisfies PutCalendarDayBody));
  };

  return (
    <OpenModal onClose={onClose}>
      <Modal.Content>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{t('calendar.day', { day: formatDay(`${day}T12:00:00Z`) })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {problem && <ProblemSummary problem={problem} />}
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Field.Root name="kind">
              <Field.Label>{t('calendar.field.kind')}</Field.Label>
              <SingleSelect value={kind} onChange={(value) => setKind(value as DayKind)}>
                {KINDS.map((each) => (
                  <SingleSelectOption key={each} value={each}>
                    {t(`calendar.kind.${each}`)}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
            <Field.Root name="name" required error={checked && missing ? t('field.required') : undefined}>
              <Field.Label>{t('calendar.field.name')}</Field.Label>
              <TextInput
                value={name}
                onChange={(event: React.ChangeEvent<HTMLInputElement>) => setName(event.target.value)}
              />
              <Field.Error />
            </Field.Root>
            <Field.Root name="status" hint={t('calendar.field.statusHint')}>
              <Field.Label>{t('calendar.field.status')}</Field.Label>
              <SingleSelect value={status} onChange={(value) => setStatus(value as DayStatus)}>
                {STATUSES.map((each) => (
                  <SingleSelectOption key={each} value={each}>
                    {t(`calendar.status.${each}`)}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
              <Field.Hint />
            </Field.Root>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          {known ? (
            <Button
              variant="danger-light"
              disabled={busy}
              onClick={() => void done(() => remove(`/calendar/days/${day}`))}
            >
              {t('calendar.removeDay')}
            </Button>
          ) : (
            <Button variant="tertiary" onClick={onClose}>
              {t('action.cancel')}
            </Button>
          )}
          <Button loading={busy} onClick={save}>
            {t('action.save')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </OpenModal>
  );
};
