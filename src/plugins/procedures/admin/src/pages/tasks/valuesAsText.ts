import type { FormSchema, FormValues } from '../../../../shared/contracts';
import { parsePath } from '../../components/form/formProblems';

interface Field {
  key?: string;
  path?: string;
  label?: string;
  components?: Field[];
}

function at(values: unknown, path: string): unknown {
  return parsePath(path).reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined,
    values,
  );
}

function lines(fields: Field[], values: unknown): string[] {
  return fields.flatMap((field) => {
    if (field.components) {
      const inner = field.path ? at(values, field.path) : values;
      return Array.isArray(inner)
        ? inner.flatMap((each) => lines(field.components ?? [], each))
        : lines(field.components, inner);
    }
    if (!field.key) return [];
    const value = at(values, field.key);
    if (value === undefined || value === null || value === '') return [];
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    return [`${field.label ?? field.key}: ${text}`];
  });
}

/** What was typed, line by line under the form's own labels, to be pasted elsewhere. */
export function valuesAsText(schema: FormSchema, values: FormValues): string {
  return lines((schema as Field).components ?? [], values).join('\n');
}
