import { Field, TextInput } from '@strapi/design-system';
import type * as React from 'react';

interface Props {
  name: string;
  label: string;
  hint?: string;
  value: string;
  isNew?: boolean;
  onChange(value: string): void;
}

export const SecretField = ({ name, label, hint, value, isNew = false, onChange }: Props) => (
  <Field.Root name={name} hint={hint} required>
    <Field.Label>{label}</Field.Label>
    <TextInput
      type="password"
      autoComplete={isNew ? 'new-password' : 'off'}
      value={value}
      onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(event.target.value)}
    />
    <Field.Hint />
  </Field.Root>
);
