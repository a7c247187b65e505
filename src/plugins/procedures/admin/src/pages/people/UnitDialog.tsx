import type { PeopleOverview, UnitView } from '../../../../shared/people-contract';
import { post, put } from '../../api/send';
import { useText } from '../../text/useText';
import { FormDialog } from './FormDialog';
import { ChoiceField, FlagField, LongTextField, TextField } from './fields';
import { useFormState } from './useFormState';

interface Props {
  /** null: a new one */
  unit: UnitView | null;
  overview: PeopleOverview;
  onClose(): void;
  onDone(): void;
}

const NONE = 'NONE';

export const UnitDialog = ({ unit, overview, onClose, onDone }: Props) => {
  const { t } = useText();
  const form = useFormState(
    {
      code: unit?.code ?? '',
      name: unit?.name ?? '',
      parent: unit?.parent ?? NONE,
      order: String(unit?.order ?? 0),
      external: unit?.external ?? false,
      receiver: unit?.receiver?.id ?? NONE,
      reason: '',
    },
    onDone,
  );
  const orNull = (name: string) => (form.text(name) === NONE ? null : form.text(name));
  const save = () =>
    void form.send(() => {
      const body = {
        name: form.text('name'),
        parent: orNull('parent'),
        order: Number(form.text('order')) || 0,
        external: form.flag('external'),
        receiver: orNull('receiver'),
        reason: form.text('reason'),
      };
      return unit ? put(`/units/${unit.id}`, body) : post('/units', { ...body, code: form.text('code') });
    });
  const nobody = { value: NONE, label: t('people.unit.none') };
  const members = overview.people.filter((one) => one.positions.some((held) => held.unit === unit?.code));
  return (
    <FormDialog
      title={unit ? t('people.unit.edit', { name: unit.name }) : t('people.unit.add')}
      save={t('action.save')}
      form={form}
      onClose={onClose}
      onSave={save}
    >
      {!unit && (
        <TextField form={form} name="code" label={t('people.unit.code')} hint={t('people.unit.codeHint')} required />
      )}
      <TextField form={form} name="name" label={t('people.unit.name')} required />
      <ChoiceField
        form={form}
        name="parent"
        label={t('people.unit.parent')}
        choices={[
          nobody,
          ...overview.units
            .filter((one) => one.code !== unit?.code && !one.external)
            .map((one) => ({ value: one.code, label: one.name })),
        ]}
      />
      {unit && !unit.external && (
        <ChoiceField
          form={form}
          name="receiver"
          label={t('people.unit.receiver')}
          hint={t('people.unit.receiverHint')}
          choices={[nobody, ...members.map((one) => ({ value: one.id, label: one.name }))]}
        />
      )}
      <TextField form={form} name="order" label={t('people.unit.order')} />
      <FlagField form={form} name="external" label={t('people.unit.external')} />
      <LongTextField form={form} name="reason" label={t('people.field.reasonDocument')} required />
    </FormDialog>
  );
};
