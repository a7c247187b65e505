import { Field, Textarea, TextInput } from '@strapi/design-system';
import type * as React from 'react';

interface Props {
  name: string;
  label: string;
  value: string;
  required?: boolean;
  hint?: string;
  /** one line instead of several */
  short?: boolean;
  maxLength?: number;
  onChange(value: string): void;
}

/** A labelled text of a dialog. */
export const TextAreaField = ({
  name,
  label,
  value,
  required,
  hint,
  short = false,
  maxLength = 1000,
  onChange,
}: Props) => {
  const Input = (short ? TextInput : Textarea) as typeof TextInput;
  return (
    <Field.Root name={name} required={required} hint={hint} style={{ flex: '1 1 20rem' }}>
      <Field.Label>{label}</Field.Label>
      <Input
        value={value}
        maxLength={maxLength}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(event.target.value)}
      />
      <Field.Hint />
    </Field.Root>
  );
};
