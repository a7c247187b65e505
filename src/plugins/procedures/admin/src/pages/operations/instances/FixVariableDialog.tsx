import { Field, NumberInput, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import * as React from 'react';

import type { InstanceVariable } from '../../../../../shared/operations-contract';
import { post } from '../../../api/send';
import { ReasonDialog } from '../../../components/ReasonDialog';
import { useText } from '../../../text/useText';

interface Props {
  path: string;
  variable: InstanceVariable;
  onClose(): void;
}

/** A field of the variable's own type; nothing typed means nothing. */
export const FixVariableDialog = ({ path, variable, onClose }: Props) => {
  const { t, pick } = useText();
  const [value, setValue] = React.useState<unknown>(variable.value ?? null);
  const name = pick(variable.title);
  return (
    <ReasonDialog
      title={t('instances.fixTitle', { name })}
      about={t('instances.fixAbout')}
      label={t('packages.reason')}
      confirm={t('instances.fix')}
      onClose={onClose}
      onConfirm={async (reason) => {
        await post(`${path}/variables`, { name: variable.name, value, reason });
        onClose();
      }}
    >
      <Field.Root name="value">
        <Field.Label>{name}</Field.Label>
        {variable.type === 'boolean' && (
          <SingleSelect
            value={value === null ? null : String(value)}
            placeholder={t('instances.empty')}
            onClear={() => setValue(null)}
            onChange={(chosen: string | number) => setValue(chosen === 'true')}
          >
            <SingleSelectOption value="true">{t('instances.yes')}</SingleSelectOption>
            <SingleSelectOption value="false">{t('instances.no')}</SingleSelectOption>
          </SingleSelect>
        )}
        {variable.type === 'number' && (
          <NumberInput
            value={typeof value === 'number' ? value : undefined}
            onValueChange={(typed: number | undefined) => setValue(typed ?? null)}
          />
        )}
        {variable.type === 'string' && (
          <TextInput
            value={typeof value === 'string' ? value : ''}
            maxLength={200}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => setValue(event.target.value)}
          />
        )}
        <Field.Hint />
      </Field.Root>
    </ReasonDialog>
  );
};
