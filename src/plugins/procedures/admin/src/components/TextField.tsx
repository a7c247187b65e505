import { Field, Textarea, TextInput } from '@strapi/design-system';
import type * as React from 'react';

interface Props {
  name: string;
  label: string;
  value: string;
  /** several lines, unless it is said otherwise */
  type?: 'area' | 'text' | 'date' | 'datetime-local';
  required?: boolean;
  hint?: string;
  error?: string;
  maxLength?: number;
  onChange(value: string): void;
}

/** A labelled text with its hint and what is wrong with it. */
export const TextField = ({
  name,
  label,
  value,
  type = 'area',
  required,
  hint,
  error,
  maxLength = 1000,
  onChange,
}: Props) => {
  const Input = (type === 'area' ? Textarea : TextInput) as typeof TextInput;
  return (
    <Field.Root
      name={name}
      required={required}
      hint={hint}
      error={error}
      style={{ flex: '1 1 auto', minWidth: 'min(20rem, 100%)' }}
    >
      <Field.Label>{label}</Field.Label>
      <Input
        type={type === 'area' ? undefined : type}
        value={value}
        maxLength={maxLength}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(event.target.value)}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
