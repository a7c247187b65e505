import { Field, TextInput } from '@strapi/design-system';
import type * as React from 'react';

import { useText } from '../../text/useText';

interface Props {
  value: string;
  error?: string;
  /** it is being sent */
  locked: boolean;
  onChange(value: string): void;
}

/** The signature: only whoever knows the password of the account could have typed it. */
export const PasswordField = ({ value, error, locked, onChange }: Props) => {
  const { t } = useText();
  return (
    <Field.Root name="password" required hint={t('handOver.passwordHint')} error={error}>
      <Field.Label>{t('handOver.password')}</Field.Label>
      <TextInput
        type="password"
        autoComplete="current-password"
        value={value}
        readOnly={locked}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(event.target.value)}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
