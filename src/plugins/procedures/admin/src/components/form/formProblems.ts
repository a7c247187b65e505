/**
 * components/form/ owns the form-js viewer: schema in, values out, the server's problems at their fields.
 * This file places a problem's path (`record.persons[0].name`) on a field instance of the rendered form.
 */
import type { FieldProblem } from '../../../../shared/contracts';

export interface FieldInstance {
  id: string;
  valuePath: (string | number)[];
  indexes?: Record<string, number>;
}

/** `record.persons[0].name` → record, persons, 0, name */
export function parsePath(path: string): string[] {
  return path.split(/[.[\]]+/).filter((part) => part !== '');
}

export function findInstance(instances: FieldInstance[], path: string): FieldInstance | undefined {
  const wanted = parsePath(path).join('.');
  return instances.find((instance) => instance.valuePath.join('.') === wanted);
}

export type FormErrors = Record<string, unknown>;

/** Errors in form-js's own shape: by field id, and below it by the index of each repetition. */
export function formErrors(
  instances: FieldInstance[],
  problems: FieldProblem[],
  say: (problem: FieldProblem) => string,
): FormErrors {
  const errors: FormErrors = {};
  for (const problem of problems) {
    const instance = findInstance(instances, problem.path);
    if (!instance) continue;
    const keys = [instance.id, ...Object.values(instance.indexes ?? {}).map(String)];
    const last = keys.pop() as string;
    let place = errors;
    for (const key of keys) {
      place[key] ??= {};
      place = place[key] as FormErrors;
    }
    const before = Array.isArray(place[last]) ? (place[last] as string[]) : [];
    place[last] = [...before, say(problem)];
  }
  return errors;
}

/** The id that form-js gives the input of an instance. */
export function inputId(formId: string, instance: FieldInstance): string {
  return ['fjs-form', '-', formId, '-', instance.id, ...Object.values(instance.indexes ?? {}).map((i) => `_${i}`)].join(
    '',
  );
}
