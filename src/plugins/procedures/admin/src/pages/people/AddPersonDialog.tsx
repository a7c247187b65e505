import { Typography } from '@strapi/design-system';
import * as React from 'react';

import type { AddPersonAnswer, AddPersonBody } from '../../../../shared/people-contract';
import { post } from '../../api/send';
import { FactList } from '../../components/FactList';
import { useText } from '../../text/useText';
import { FormDialog } from './FormDialog';
import { ChoiceField, LongTextField, TextField } from './fields';
import { PortalCodeFacts } from './PortalCodeFacts';
import { useFormState } from './useFormState';

interface Props {
  onClose(): void;
  onDone(id: string): void;
}

/** The way in is shown once, here; it is kept nowhere. */
export const AddPersonDialog = ({ onClose, onDone }: Props) => {
  const { t } = useText();
  const [made, setMade] = React.useState<AddPersonAnswer | null>(null);
  const form = useFormState(
    { fullName: '', email: '', role: 'staff', method: 'INVITATION', reason: '' },
    () => undefined,
  );
  const save = () => {
    if (made) return onDone(made.id);
    void form.send(async () => {
      setMade(
        await post<AddPersonAnswer>('/people', {
          fullName: form.text('fullName'),
          email: form.text('email'),
          role: form.text('role') as AddPersonBody['role'],
          method: form.text('method') as AddPersonBody['method'],
          reason: form.text('reason'),
        } satisfies AddPersonBody),
      );
    });
  };
  return (
    <FormDialog
      title={t('people.add.title')}
      hint={made ? t('people.add.once') : t('people.add.hint')}
      save={made ? t('people.add.seen') : t('people.add.save')}
      form={form}
      onClose={made ? () => onDone(made.id) : onClose}
      onSave={save}
    >
      {made?.portal ? (
        <PortalCodeFacts code={made.portal} />
      ) : made ? (
        <FactList
          facts={[
            [t('people.add.email'), form.text('email')],
            [
              t('people.add.way'),
              <Typography key="way" fontWeight="bold" style={{ userSelect: 'all', overflowWrap: 'anywhere' }}>
                {made.password ?? `${window.location.origin}${made.invitationPath ?? ''}`}
              </Typography>,
            ],
          ]}
        />
      ) : (
        <>
          <TextField form={form} name="fullName" label={t('people.add.name')} required />
          <TextField form={form} name="email" type="email" label={t('people.add.email')} required />
          <ChoiceField
            form={form}
            name="role"
            label={t('people.add.role')}
            required
            choices={(['staff', 'portal', 'administrator', 'auditor'] as const).map((role) => ({
              value: role,
              label: t(`people.role.${role}`),
            }))}
          />
          {form.text('role') === 'portal' && <Typography textColor="neutral600">{t('people.portal.hint')}</Typography>}
          {form.text('role') !== 'portal' && (
            <ChoiceField
              form={form}
              name="method"
              label={t('people.add.way')}
              required
              choices={(['INVITATION', 'PASSWORD'] as const).map((method) => ({
                value: method,
                label: t(`people.add.${method}`),
              }))}
            />
          )}
          <LongTextField form={form} name="reason" label={t('people.field.reasonDocument')} required />
        </>
      )}
    </FormDialog>
  );
};
