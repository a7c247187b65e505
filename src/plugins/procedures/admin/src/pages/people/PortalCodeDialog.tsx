import * as React from 'react';

import type { PortalCode } from '../../../../shared/portal-contract';
import { post } from '../../api/send';
import { useText } from '../../text/useText';
import { FormDialog } from './FormDialog';
import { LongTextField } from './fields';
import { PortalCodeFacts } from './PortalCodeFacts';
import { useFormState } from './useFormState';

interface Props {
  person: { id: string; name: string };
  onClose(): void;
  onDone(): void;
}

/** A new way in for somebody who has lost the old one. */
export const PortalCodeDialog = ({ person, onClose, onDone }: Props) => {
  const { t } = useText();
  const [made, setMade] = React.useState<PortalCode | null>(null);
  const form = useFormState({ reason: '' }, () => undefined);
  const save = () => {
    if (made) return onDone();
    void form.send(async () => {
      setMade(await post<PortalCode>(`/people/${person.id}/portal-code`, { reason: form.text('reason') }));
    });
  };
  return (
    <FormDialog
      title={t('people.portal.renewTitle', { name: person.name })}
      hint={t(made ? 'people.add.once' : 'people.portal.renewHint')}
      save={t(made ? 'people.add.seen' : 'people.portal.renew')}
      form={form}
      onClose={made ? onDone : onClose}
      onSave={save}
    >
      {made ? (
        <PortalCodeFacts code={made} />
      ) : (
        <LongTextField form={form} name="reason" label={t('people.field.reasonDocument')} required />
      )}
    </FormDialog>
  );
};
