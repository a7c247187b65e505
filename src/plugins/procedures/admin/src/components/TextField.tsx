import { Field, Textarea, TextInput } from '@strapi/design-system';
import type * as React from 'react';
import { styled } from 'styled-components';

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

/** The design system cuts a long label off; on a phone nobody would know what is asked. */
const Label = styled(Field.Label)`
  white-space: normal;
  overflow-wrap: anywhere;
`;

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
      <Label>{label}</Label>
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
