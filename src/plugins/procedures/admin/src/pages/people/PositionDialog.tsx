import type { PeopleOverview } from '../../../../shared/people-contract';
import { post } from '../../api/send';
import { useText } from '../../text/useText';
import { toLocalInput } from '../../time/instants';
import { FormDialog } from './FormDialog';
import { ChoiceField, FlagField, LongTextField, ManyField, TextField } from './fields';
import { useFormState } from './useFormState';

interface Props {
  person: { id: string; name: string };
  overview: PeopleOverview;
  onClose(): void;
  onDone(): void;
}

export const PositionDialog = ({ person, overview, onClose, onDone }: Props) => {
  const { t, pick } = useText();
  const units = overview.units.filter((unit) => !unit.external && !unit.closedFrom);
  const form = useFormState(
    {
      unit: units[0]?.code ?? '',
      title: '',
      roles: [],
      isHead: false,
      from: toLocalInput(new Date()),
      to: '',
      reason: '',
    },
    onDone,
  );
  const roles = overview.roles[form.text('unit')] ?? [];
  const save = () =>
    void form.send(() =>
      post(`/people/${person.id}/positions`, {
        unit: form.text('unit'),
        title: form.text('title'),
        // Those of another unit that was chosen before do not go along.
        roles: form.list('roles').filter((code) => roles.some((role) => role.code === code)),
        isHead: form.flag('isHead'),
        from: form.instant('from'),
        to: form.instant('to'),
        reason: form.text('reason'),
      }),
    );
  return (
    <FormDialog
      title={t('people.position.title', { name: person.name })}
      hint={t('people.position.hint')}
      save={t('people.position.save')}
      form={form}
      onClose={onClose}
      onSave={save}
    >
      <ChoiceField
        form={form}
        name="unit"
        label={t('people.field.unit')}
        required
        choices={units.map((unit) => ({ value: unit.code, label: unit.name }))}
      />
      <TextField
        form={form}
        name="title"
        label={t('people.position.name')}
        hint={t('people.position.nameHint')}
        required
      />
      <ManyField
        form={form}
        name="roles"
        label={t('people.position.roles')}
        choices={roles.map((role) => ({ value: role.code, label: pick(role.title) }))}
      />
      <FlagField form={form} name="isHead" label={t('people.position.isHead')} />
      <TextField form={form} name="from" type="datetime-local" label={t('people.field.from')} required />
      <TextField form={form} name="to" type="datetime-local" label={t('people.position.to')} />
      <LongTextField form={form} name="reason" label={t('people.field.reasonDocument')} required />
    </FormDialog>
  );
};
