import type { PeopleOverview, PersonRow } from '../../../../shared/people-contract';
import { post } from '../../api/send';
import { useText } from '../../text/useText';
import { toLocalInput } from '../../time/instants';
import { FormDialog } from './FormDialog';
import { ChoiceField, LongTextField, ManyField, TextField } from './fields';
import { useFormState } from './useFormState';

interface Props {
  person: PersonRow;
  overview: PeopleOverview;
  onClose(): void;
  onDone(): void;
}

/** The head appoints somebody of the unit to act for the person. No box ticked: everything of the position. */
export const ActingDialog = ({ person, overview, onClose, onDone }: Props) => {
  const { t, pick } = useText();
  const positions = person.positions.filter((one) => overview.permissions.appoints.includes(one.unit));
  const forms = overview.words.ACTING_FORM.filter((word) => word.active);
  const form = useFormState(
    {
      positionId: positions[0]?.id ?? '',
      deputyId: '',
      form: forms[0]?.code ?? '',
      legalBasis: '',
      documentNo: '',
      from: toLocalInput(new Date()),
      to: '',
      groups: [],
      packages: [],
    },
    onDone,
  );
  const position = positions.find((one) => one.id === form.text('positionId'));
  const deputies = overview.people.filter(
    (one) =>
      one.id !== person.id &&
      one.id !== overview.permissions.self &&
      one.positions.some((held) => held.unit === position?.unit),
  );
  const listOrAll = (name: string) => (form.list(name).length > 0 ? form.list(name) : null);
  const save = () =>
    void form.send(() =>
      post('/acting', {
        positionId: form.text('positionId'),
        deputyId: form.text('deputyId'),
        form: form.text('form'),
        legalBasis: form.text('legalBasis'),
        documentNo: form.text('documentNo'),
        from: form.instant('from'),
        to: form.instant('to'),
        groups: listOrAll('groups'),
        packages: listOrAll('packages'),
      }),
    );
  return (
    <FormDialog
      title={t('people.acting.title', { name: person.name })}
      hint={t('people.acting.hint')}
      save={t('people.acting.save')}
      form={form}
      onClose={onClose}
      onSave={save}
    >
      <ChoiceField
        form={form}
        name="positionId"
        label={t('people.acting.position')}
        required
        choices={positions.map((one) => ({ value: one.id, label: `${one.title} (${one.unitName})` }))}
      />
      <ChoiceField
        form={form}
        name="deputyId"
        label={t('people.acting.deputy')}
        required
        choices={deputies.map((one) => ({
          value: one.id,
          label: one.absence ? t('people.awayName', { name: one.name }) : one.name,
        }))}
      />
      <ChoiceField
        form={form}
        name="form"
        label={t('people.acting.form')}
        required
        choices={forms.map((word) => ({ value: word.code, label: `${word.title} (${word.prefix ?? ''})` }))}
      />
      <LongTextField form={form} name="legalBasis" label={t('people.acting.legalBasis')} required />
      <TextField form={form} name="documentNo" label={t('people.acting.documentNo')} required />
      <TextField form={form} name="from" type="datetime-local" label={t('people.field.from')} required />
      <TextField form={form} name="to" type="datetime-local" label={t('people.field.until')} required />
      <ManyField
        form={form}
        name="groups"
        label={t('people.acting.groups')}
        hint={t('people.acting.groupsHint')}
        choices={(position?.roles ?? []).map((role) => ({
          value: `${position?.unit}/${role.code}`,
          label: pick(role.title),
        }))}
      />
      <ManyField
        form={form}
        name="packages"
        label={t('people.acting.packages')}
        hint={t('people.acting.packagesHint')}
        choices={overview.packages.map((one) => ({ value: one.id, label: pick(one.title) }))}
      />
    </FormDialog>
  );
};
