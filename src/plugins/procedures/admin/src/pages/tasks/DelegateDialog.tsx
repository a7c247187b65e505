import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import * as React from 'react';

import type { Colleagues, DelegateBody } from '../../../../shared/taskpage-contract';
import { post } from '../../api/send';
import { useResource } from '../../api/useResource';
import { ErrorState } from '../../components/ErrorState';
import { ReasonDialog } from '../../components/ReasonDialog';
import { useText } from '../../text/useText';

interface Props {
  taskId: string;
  version: number;
  onClose(): void;
  onDone(): void;
}

/** To another member of the groups that the task is for; whoever may not do it is not in the list. */
export const DelegateDialog = ({ taskId, version, onClose, onDone }: Props) => {
  const { t } = useText();
  const { data, problem, reload } = useResource<Colleagues>(`/tasks/${taskId}/colleagues`);
  const [personId, setPersonId] = React.useState('');
  const nobody = data?.items.length === 0;
  return (
    <ReasonDialog
      title={t('delegate.title')}
      about={t(nobody ? 'delegate.nobody' : 'delegate.about')}
      label={t('reason.label')}
      confirm={t('delegate.confirm')}
      onClose={onClose}
      onConfirm={async (reason) => {
        await post(`/tasks/${taskId}/delegate`, { version, personId, reason } satisfies DelegateBody);
        onDone();
      }}
    >
      {problem ? (
        <ErrorState problem={problem} onRetry={reload} />
      ) : (
        <Field.Root name="personId" required>
          <Field.Label>{t('delegate.to')}</Field.Label>
          <SingleSelect
            value={personId}
            placeholder={t('form.choose')}
            onChange={(value) => setPersonId(String(value))}
            disabled={!data || nobody}
          >
            {(data?.items ?? []).map((one) => (
              <SingleSelectOption key={one.id} value={one.id}>
                {`${one.name} · ${one.title}`}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      )}
    </ReasonDialog>
  );
};
