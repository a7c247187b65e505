import type { PersonName } from '../../../../shared/people-contract';
import { post } from '../../api/send';
import { useText } from '../../text/useText';
import { FormDialog } from './FormDialog';
import { ChoiceField, LongTextField, TextField } from './fields';
import { useFormState } from './useFormState';

export interface ReasonAct {
  title: string;
  hint?: string;
  save: string;
  path: string;
  /** the name of the day on which it takes effect, where one is asked for; empty means now */
  at?: string;
  /** colleagues who may be given the open tasks */
  receivers?: PersonName[];
}

interface Props {
  act: ReasonAct;
  onClose(): void;
  onDone(): void;
}

/** Something ends: when, why, and who goes on with the work. */
export const ReasonDialog = ({ act, onClose, onDone }: Props) => {
  const { t } = useText();
  const form = useFormState({ reason: '', at: '', handTo: '' }, onDone);
  const save = () =>
    void form.send(() =>
      post(act.path, {
        reason: form.text('reason'),
        ...(act.at ? { [act.at]: form.instant('at') } : {}),
        ...(act.receivers ? { handTo: form.text('handTo') || null } : {}),
      }),
    );
  return (
    <FormDialog title={act.title} hint={act.hint} save={act.save} form={form} danger onClose={onClose} onSave={save}>
      {act.at && (
        <TextField
          form={form}
          name="at"
          type="datetime-local"
          label={t('people.field.endAt')}
          hint={t('people.field.endAtHint')}
        />
      )}
      {act.receivers && (
        <ChoiceField
          form={form}
          name="handTo"
          label={t('people.field.handTo')}
          hint={t('people.field.handToHint')}
          choices={act.receivers.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
      <LongTextField form={form} name="reason" label={t('people.field.reason')} required />
    </FormDialog>
  );
};
