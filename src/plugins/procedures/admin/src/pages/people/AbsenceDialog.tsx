import type { PeopleOverview } from '../../../../shared/people-contract';
import { post } from '../../api/send';
import { useText } from '../../text/useText';
import { toLocalInput } from '../../time/instants';
import { FormDialog } from './FormDialog';
import { ChoiceField, TextField } from './fields';
import { useFormState } from './useFormState';

interface Props {
  person: { id: string; name: string };
  overview: PeopleOverview;
  onClose(): void;
  onDone(): void;
}

export const AbsenceDialog = ({ person, overview, onClose, onDone }: Props) => {
  const { t } = useText();
  const kinds = overview.words.ABSENCE_KIND.filter((word) => word.active);
  const form = useFormState({ kind: kinds[0]?.code ?? '', from: toLocalInput(new Date()), to: '', note: '' }, onDone);
  const save = () =>
    void form.send(() =>
      post(`/people/${person.id}/absences`, {
        kind: form.text('kind'),
        from: form.instant('from'),
        to: form.instant('to'),
        note: form.text('note') || null,
      }),
    );
  return (
    <FormDialog
      title={t('people.absence.title', { name: person.name })}
      hint={t('people.absence.hint')}
      save={t('people.absence.save')}
      form={form}
      onClose={onClose}
      onSave={save}
    >
      <ChoiceField
        form={form}
        name="kind"
        label={t('people.field.kind')}
        required
        choices={kinds.map((word) => ({ value: word.code, label: word.title }))}
      />
      <TextField form={form} name="from" type="datetime-local" label={t('people.field.from')} required />
      <TextField form={form} name="to" type="datetime-local" label={t('people.field.until')} required />
      <TextField form={form} name="note" label={t('people.field.note')} />
    </FormDialog>
  );
};
