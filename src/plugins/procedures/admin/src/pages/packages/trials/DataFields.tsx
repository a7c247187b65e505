import { Checkbox, Field, TextInput } from '@strapi/design-system';
import type * as React from 'react';
import { FieldGroup } from '../../../components/FieldGroup';
import { useText } from '../../../text/useText';

interface Props {
  data: Record<string, unknown>;
  onChange(data: Record<string, unknown>): void;
}

/** Data of an event by its names, as another system would send it: a text, a number or yes and no is edited here. */
export const DataFields = ({ data, onChange }: Props) => {
  const { t } = useText();
  const set = (name: string, value: unknown) => onChange({ ...data, [name]: value });
  const names = Object.keys(data);
  return (
    <FieldGroup legend={t(names.length > 0 ? 'trials.data' : 'trials.noData')}>
      {names.map((name) => {
        const value = data[name];
        if (typeof value === 'boolean')
          return (
            <Checkbox
              key={name}
              checked={value}
              onCheckedChange={(checked: boolean | 'indeterminate') => set(name, checked === true)}
            >
              {name}
            </Checkbox>
          );
        const isPlain = typeof value === 'string' || typeof value === 'number';
        return (
          <Field.Root key={name} name={name} hint={isPlain ? undefined : t('trials.dataKept')}>
            <Field.Label>{name}</Field.Label>
            <TextInput
              value={isPlain ? String(value) : listed(value)}
              disabled={!isPlain}
              onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
                set(name, typeof value === 'number' ? Number(event.target.value) : event.target.value)
              }
            />
            <Field.Hint />
          </Field.Root>
        );
      })}
    </FieldGroup>
  );
};

/** A list or a group of values, for reading. */
function listed(value: unknown): string {
  if (Array.isArray(value)) return value.map(listed).join('; ');
  if (value && typeof value === 'object')
    return Object.entries(value)
      .map(([name, inner]) => `${name}: ${listed(inner)}`)
      .join(', ');
  return String(value);
}
