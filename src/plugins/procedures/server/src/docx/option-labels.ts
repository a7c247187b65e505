// Owns the words of choices: the label that a form of the package gives to a value of a field.
import type { FormComponent, FormSchema } from '../packages/types';

/** `record.kind`, or `record.persons.role` for a column of a list. */
export function optionLabels(forms: Iterable<FormSchema>): (path: string, value: unknown) => string | null {
  const labels = new Map<string, Map<unknown, string>>();
  const walk = (components: readonly FormComponent[], prefix: string) => {
    for (const component of components) {
      const path = component.key ? `${prefix}${component.key}` : null;
      const options = component.values as { label: string; value: unknown }[] | undefined;
      if (path && Array.isArray(options) && !labels.has(path)) {
        labels.set(path, new Map(options.map((option) => [option.value, option.label])));
      }
      walk(component.components ?? [], component.type === 'dynamiclist' ? `${component.path}.` : prefix);
    }
  };
  for (const form of forms) walk(form.components, '');
  return (path, value) => labels.get(path)?.get(value) ?? null;
}

/** Every field that has choices, for the check of a package. */
export function fieldsWithOptions(forms: Iterable<FormSchema>): Set<string> {
  const found = new Set<string>();
  const walk = (components: readonly FormComponent[], prefix: string) => {
    for (const component of components) {
      if (component.key && Array.isArray(component.values)) found.add(`${prefix}${component.key}`);
      walk(component.components ?? [], component.type === 'dynamiclist' ? `${component.path}.` : prefix);
    }
  };
  for (const form of forms) walk(form.components, '');
  return found;
}
