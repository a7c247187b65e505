// Owns when a field of a form applies, as a page can say it without a script: the one choice above it, and the answers with
// which it is asked. The form's own condition is tried with every answer; nothing is said twice. What depends on more than
// one choice has no such sentence and always stands there; the check of the form ignores it where it does not apply.
import { formFields } from '../forms/form-fields';
import { setAt } from '../forms/value-path';
import { walkForm } from '../forms/walk-form';
import type { FormComponent, FormSchema } from '../packages/types';

export interface FieldCondition {
  /** The choice on which it depends. */
  readonly on: FormComponent;
  readonly name: string;
  /** The answers with which the field is asked; of a checkbox, '1' or ''. */
  readonly answers: readonly string[];
}

const UNTICKED = '';

/** By the name of each field that is not always asked. */
export function fieldConditions(form: FormSchema): ReadonlyMap<string, FieldCondition> {
  const fields = formFields(form.components);
  const choices = fields.filter(({ type }) => ['radio', 'select', 'checkbox'].includes(type));
  const found = new Map<string, FieldCondition>();
  for (const field of fields) {
    const hide = (field.conditional as { hide?: unknown } | undefined)?.hide;
    if (typeof hide !== 'string' || !field.key) continue;
    const named = choices.filter(({ key }) => key && key !== field.key && hide.includes(key));
    const [on] = named;
    if (!on?.key || named.length > 1) continue;
    const answers = answersOf(on).filter((answer) => isAsked(form, String(field.key), String(on.key), on, answer));
    found.set(field.key, { on, name: on.key, answers });
  }
  return found;
}

const answersOf = (choice: FormComponent): string[] =>
  choice.type === 'checkbox'
    ? ['1', UNTICKED]
    : [UNTICKED, ...((choice.values ?? []) as { value: unknown }[]).map(({ value }) => String(value))];

function isAsked(form: FormSchema, key: string, name: string, choice: FormComponent, answer: string): boolean {
  const values = {};
  if (choice.type === 'checkbox') setAt(values, name.split('.'), answer !== UNTICKED);
  else if (answer !== UNTICKED) setAt(values, name.split('.'), answer);
  return walkForm(form, values).some(({ component, hidden }) => component.key === key && !hidden);
}
