/**
 * pages/packages/forms/ owns the form builder: a form as a list of fields that somebody changes without writing a key. This
 * file changes the form itself: add, move, remove, change, bind. What the builder does not show is kept as it is.
 */
import { freeKey } from '../modeler/blocks/freeKey';

export interface FormField {
  id: string;
  type: string;
  key?: string;
  label?: string;
  dateLabel?: string;
  text?: string;
  description?: string;
  values?: { label: string; value: string }[];
  validate?: { required?: boolean };
  components?: FormField[];
  [other: string]: unknown;
}

export interface FormFile {
  id: string;
  components: FormField[];
  [other: string]: unknown;
}

/** What can be added, in the order of the list. */
export const KINDS = [
  'textfield',
  'textarea',
  'radio',
  'select',
  'checklist',
  'checkbox',
  'number',
  'datetime',
  'text',
] as const;
export type Kind = (typeof KINDS)[number];

export const CHOICES = ['radio', 'select', 'checklist', 'taglist'];

/** null: it cannot be shown as a list, and is edited as text. */
export function readForm(text: string): FormFile | null {
  try {
    const form: unknown = JSON.parse(text);
    const isForm = typeof form === 'object' && form !== null && Array.isArray((form as FormFile).components);
    return isForm ? (form as FormFile) : null;
  } catch {
    return null;
  }
}

export const writeForm = (form: FormFile): string => `${JSON.stringify(form, null, 2)}\n`;

export const everyField = (fields: FormField[]): FormField[] =>
  fields.flatMap((field) => [field, ...everyField(field.components ?? [])]);

export const wordsOf = ({ label, dateLabel, text, key, type }: FormField): string =>
  label || dateLabel || text?.replace(/^[#\s]+/, '').slice(0, 80) || key || type;

/** The form with `change` done to the list that holds the field. */
function changeList(form: FormFile, id: string, change: (list: FormField[], at: number) => FormField[]): FormFile {
  const walk = (list: FormField[]): FormField[] => {
    const at = list.findIndex((one) => one.id === id);
    if (at >= 0) return change(list, at);
    return list.map((one) => (one.components ? { ...one, components: walk(one.components) } : one));
  };
  return { ...form, components: walk(form.components) };
}

export const changeField = (form: FormFile, id: string, change: Partial<FormField>): FormFile =>
  changeList(form, id, (list, at) =>
    list.map((one, index) => {
      if (index !== at) return one;
      const merged: FormField = { ...one, ...change };
      return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as FormField;
    }),
  );

export const removeField = (form: FormFile, id: string): FormFile =>
  changeList(form, id, (list, at) => list.filter((_one, index) => index !== at));

export const moveField = (form: FormFile, id: string, by: -1 | 1): FormFile =>
  changeList(form, id, (list, at) => {
    const to = at + by;
    if (to < 0 || to >= list.length) return list;
    const moved = [...list];
    const [taken] = moved.splice(at, 1);
    if (taken) moved.splice(to, 0, taken);
    return moved;
  });

export function addField(
  form: FormFile,
  kind: Kind,
  words: string,
  after: string | null,
): { form: FormFile; id: string } {
  const all = everyField(form.components);
  const id = freeKey(`o ${words}`, '_', (key) => all.some((one) => one.id === key));
  const field: FormField = { id, type: kind, ...wordsFor(kind, words), ...startOf(kind) };
  if (kind !== 'text') field.key = freeTaskKey(form, words);
  if (after === null || !all.some((one) => one.id === after))
    return { form: { ...form, components: [...form.components, field] }, id };
  return { form: changeList(form, after, (list, at) => [...list.slice(0, at + 1), field, ...list.slice(at + 1)]), id };
}

const wordsFor = (kind: Kind, words: string): Partial<FormField> => {
  if (kind === 'text') return { text: words };
  return kind === 'datetime' ? { dateLabel: words } : { label: words };
};

function startOf(kind: Kind): Partial<FormField> {
  if (kind === 'datetime') return { subtype: 'date' };
  if (!CHOICES.includes(kind)) return {};
  return { values: [1, 2].map((count) => ({ label: `Lựa chọn ${count}`, value: `LUA_CHON_${count}` })) };
}

/** A key among the answers of the step, made out of the words. */
export function freeTaskKey(form: FormFile, words: string): string {
  const keys = everyField(form.components).map((one) => one.key);
  return `task.${camel(freeKey(words, '_', (key) => keys.includes(`task.${camel(key)}`)))}`;
}

/** A key of the record that no attribute has: it is kept among the record's further data. */
export function freeRecordKey(form: FormFile, words: string, attributes: readonly string[]): string {
  const keys = everyField(form.components).map((one) => one.key);
  const isTaken = (key: string) => keys.includes(`record.${camel(key)}`) || attributes.includes(`record.${camel(key)}`);
  return `record.${camel(freeKey(words, '_', isTaken))}`;
}

const camel = (key: string): string => key.replace(/_([a-z0-9])/g, (_all, sign: string) => sign.toUpperCase());

/** Labels as lines become values; a label that was there keeps its value, which cases already hold. */
export function valuesOf(lines: string, known: { label: string; value: string }[]): { label: string; value: string }[] {
  const made: { label: string; value: string }[] = [];
  for (const label of lines.split('\n').map((one) => one.trim())) {
    if (label === '' || made.some((one) => one.label === label)) continue;
    const before = known.find((one) => one.label === label)?.value;
    const isTaken = (key: string) => [...made, ...known].some((one) => one.value === key.toUpperCase());
    made.push({ label, value: before ?? freeKey(label, '_', isTaken).toUpperCase() });
  }
  return made;
}
