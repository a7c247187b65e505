import { Field, NumberInput, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';

import type { ReminderList } from '../../../../shared/boards-contract';
import { post } from '../../api/send';
import { useResource } from '../../api/useResource';
import { ErrorState } from '../../components/ErrorState';
import { ReasonDialog } from '../../components/ReasonDialog';
import { useText } from '../../text/useText';

interface Props {
  /** a task, or a reminder that is repeated; null: a unit is chosen */
  about: { taskId: string } | { repeats: string } | null;
  unitName?: string;
  onClose(): void;
  onSent(): void;
}

/** A numbered reminder with a reason and a term, to the head of a unit. */
export const PressDialog = ({ about, unitName, onClose, onSent }: Props) => {
  const { t } = useText();
  const { toggleNotification } = useNotification();
  const { data, problem, reload } = useResource<ReminderList>('/reminders?state=waiting');
  const [unit, setUnit] = React.useState('');
  const [days, setDays] = React.useState<number | undefined>(undefined);
  const term = days ?? data?.answerDays ?? 3;

  const send = async (reason: string) => {
    const { number } = await post<{ number: string }>('/reminders', { ...(about ?? { unit }), reason, days: term });
    toggleNotification({ type: 'success', message: t('boards.press.sent', { number }) });
    onSent();
  };
  return (
    <ReasonDialog
      title={t('boards.press.title')}
      about={unitName ? t('boards.press.aboutUnit', { unit: unitName }) : t('boards.press.about')}
      label={t('boards.press.reason')}
      confirm={t('boards.press.confirm')}
      onClose={onClose}
      onConfirm={send}
    >
      {about === null && problem && <ErrorState problem={problem} onRetry={reload} />}
      {about === null && !problem && (
        <Field.Root name="unit" required>
          <Field.Label>{t('boards.press.unit')}</Field.Label>
          <SingleSelect value={unit || null} onChange={(value: string | number) => setUnit(String(value))}>
            {(data?.press ?? []).map((one) => (
              <SingleSelectOption key={one.unit} value={one.unit}>
                {one.name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      )}
      <Field.Root name="days" hint={t('boards.press.daysHint')}>
        <Field.Label>{t('boards.press.days')}</Field.Label>
        <NumberInput value={term} min={1} max={60} step={1} onValueChange={setDays} />
        <Field.Hint />
      </Field.Root>
    </ReasonDialog>
  );
};
