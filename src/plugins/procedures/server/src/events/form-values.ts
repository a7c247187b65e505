// Owns the values that a form starts with, and the way from an API's event data to form values.
import { resolveFeel } from '../feel/resolve-feel';
import { formFields, isRows } from '../forms/form-fields';
import { setAt, valueAt } from '../forms/value-path';
import type { EventDefinition, FormComponent, FormSchema } from '../packages/types';

/** What the record already says, for every field of the form. */
export function initialValues(form: FormSchema | null, record: Record<string, unknown>): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const known = { record };
  for (const component of formFields(form?.components ?? [])) {
    const path = isRows(component) ? component.path : component.key;
    if (!path?.startsWith('record.')) continue;
    const names = path.split('.');
    const value = valueAt(known, names) ?? valueAt(known, ['record', 'extra', ...names.slice(1)]);
    if (value === undefined || value === null) continue;
    setAt(values, names, isRows(component) ? rowsOf(component, value) : value);
  }
  return values;
}

/** Values of an event that comes as data (API, another program), over what the record already says. */
export function valuesFromData(
  event: EventDefinition,
  form: FormSchema | null,
  context: Record<string, unknown>,
  data: Record<string, unknown>,
): Record<string, unknown> {
  const values = initialValues(form, (context.record ?? {}) as Record<string, unknown>);
  for (const [path, setting] of Object.entries(event.values ?? {})) {
    // One event may come by several forms; what this form does not ask has no place in it.
    if (form && !asks(form, path)) continue;
    const value = resolveFeel(setting, { ...context, data });
    if (value !== undefined && value !== null) setAt(values, path.split('.'), value);
  }
  return values;
}

function asks(form: FormSchema, path: string): boolean {
  return formFields(form.components).some((component) => (isRows(component) ? component.path : component.key) === path);
}

function rowsOf(list: FormComponent, value: unknown): unknown {
  if (!Array.isArray(value)) return [];
  const keys = formFields(list.components ?? []).flatMap((component) => (component.key ? [component.key] : []));
  return value.map((row: Record<string, unknown>) =>
    Object.fromEntries(keys.filter((key) => row[key] !== null && row[key] !== undefined).map((key) => [key, row[key]])),
  );
}
