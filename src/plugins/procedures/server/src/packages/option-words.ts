// Owns the words of a variable's values: those that a form of the package offers for the field that it is.
import type { ReadPackage } from './read-package';
import type { FormComponent } from './types';

export interface Option {
  value: string;
  label: string;
}

/** Of a variable that is a field as it is: the values that a form offers for it. */
export function optionsOf(read: ReadPackage, from: string): Option[] {
  const [, key] = /^=\s*((?:record|task)\.[\w.]+)(?:\s*=\s*true)?$/.exec(from) ?? [];
  if (!key) return [];
  for (const form of read.forms.values()) {
    const field = everyField(form.components).find((one) => one.key === key);
    if (field && valuesOf(field).length > 0) return valuesOf(field);
  }
  return [];
}

export const everyField = (fields: readonly FormComponent[]): FormComponent[] =>
  fields.flatMap((field) => [field, ...everyField(field.components ?? [])]);

export const valuesOf = (field: FormComponent): Option[] =>
  Array.isArray(field.values)
    ? (field.values as { label?: unknown; value?: unknown }[]).flatMap(({ label, value }) =>
        typeof value === 'string' ? [{ value, label: typeof label === 'string' ? label : value }] : [],
      )
    : [];
