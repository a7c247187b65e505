/** When a field is shown, as lists say it: another field and its answers. Forms keep the opposite, as FEEL: when it is hidden. */
import { readCondition, writeCondition } from '../modeler/conditions';
import { CHOICES, everyField, type FormField, type FormFile, wordsOf } from './formModel';

export interface ShownWhen {
  /** of the field that is looked at; empty: it is always shown */
  key: string;
  /** one of these; `true`: it is ticked */
  answers: string[] | true;
}

export interface Decider {
  key: string;
  label: string;
  /** null: it is ticked or not */
  choices: { value: string; label: string }[] | null;
}

export const ALWAYS: ShownWhen = { key: '', answers: [] };

/** null: written by hand in a way that the lists cannot show. */
export function readShownWhen(hide: unknown): ShownWhen | null {
  if (hide === undefined || hide === '') return ALWAYS;
  const condition = typeof hide === 'string' ? readCondition(hide) : null;
  const [first] = condition?.clauses ?? [];
  if (!condition || !first || condition.join !== 'and') return null;
  const isSame = condition.clauses.every(({ variable, operator }) => variable === first.variable && operator === '!=');
  if (!isSame || first.variable.startsWith('this.')) return null;
  const values = condition.clauses.map(({ value }) => value);
  if (values.length === 1 && first.value === true) return { key: first.variable, answers: true };
  return values.every((value) => typeof value === 'string') ? { key: first.variable, answers: values } : null;
}

/** undefined: always shown. */
export function writeShownWhen({ key, answers }: ShownWhen): string | undefined {
  const values = answers === true ? [true] : answers;
  if (key === '' || values.length === 0) return undefined;
  return writeCondition({
    join: 'and',
    clauses: values.map((value) => ({ variable: key, operator: '!=', value })),
  });
}

/** The fields that another may hang on: with answers out of a list, outside of rows. */
export const decidersFor = (form: FormFile, id: string): Decider[] =>
  outsideRows(form.components)
    .filter((one) => one.id !== id && one.key && (one.type === 'checkbox' || isOneOf(one)))
    .map((one) => ({
      key: one.key ?? '',
      label: wordsOf(one),
      choices: one.type === 'checkbox' ? null : (one.values ?? []),
    }));

/** What stands in a row looks at its own row: the lists do not say that. */
export const isInRow = (form: FormFile, id: string): boolean =>
  everyField(form.components).some(
    (one) => one.type === 'dynamiclist' && everyField(one.components ?? []).some((inside) => inside.id === id),
  );

const isOneOf = ({ type, values }: FormField): boolean =>
  CHOICES.includes(type) && !['checklist', 'taglist'].includes(type) && (values ?? []).length > 0;

const outsideRows = (fields: FormField[]): FormField[] =>
  fields.flatMap((field) => (field.type === 'dynamiclist' ? [] : [field, ...outsideRows(field.components ?? [])]));
