// Owns which field of a form may become a variable of the procedure: yes and no, a number, or one of given values. What is
// typed freely may be about a person and stays with the task.
import type { FormComponent, VariableDefinition } from '../packages/types';

const TYPES: Record<string, VariableDefinition['type']> = {
  checkbox: 'boolean',
  number: 'number',
  radio: 'string',
  select: 'string',
};

/** `from` is `=task.<path>`; null when the form has no such field. */
export function variableField(
  form: Buffer | undefined,
  from: string,
): { label: string; type: VariableDefinition['type'] } | null {
  const [, key] = /^=(task(?:\.[A-Za-z_][A-Za-z0-9_]*)+)$/.exec(from) ?? [];
  if (!form || !key) return null;
  try {
    const { components } = JSON.parse(form.toString('utf8')) as { components?: FormComponent[] };
    const field = components?.find((one) => one.key === key);
    const type = field && TYPES[field.type];
    return type ? { label: field.label ?? key, type } : null;
  } catch {
    return null;
  }
}
