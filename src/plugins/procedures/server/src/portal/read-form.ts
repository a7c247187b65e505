// Owns the way back from plain inputs to the values of a form: by the form's own fields, whatever else was sent.
import { DateTime } from 'luxon';
import { segmentsOf, type Values } from '../forms/form-field';
import { setAt } from '../forms/value-path';
import type { FormComponent, FormSchema } from '../packages/types';

export type Typed = Readonly<Record<string, readonly string[]>>;

export function readForm(form: FormSchema, typed: Typed, timeZone: string): Values {
  const values: Values = {};
  const visit = (components: readonly FormComponent[], above: readonly string[]): void => {
    for (const one of components) {
      const path = [...above, ...segmentsOf(one)];
      if (one.type === 'group' || one.type === 'default') visit(one.components ?? [], path);
      else {
        const value = valueIn(one, path.join('.'), typed, timeZone);
        if (value !== undefined) setAt(values, path, value);
      }
    }
  };
  visit(form.components, []);
  return values;
}

/** undefined: nothing was typed. */
function valueIn(one: FormComponent, name: string, typed: Typed, timeZone: string): unknown {
  const texts = (typed[name] ?? []).map((text) => text.replaceAll('\r\n', '\n').trim()).filter(Boolean);
  switch (one.type) {
    case 'checkbox':
      return texts.length > 0 ? true : undefined;
    case 'checklist':
    case 'taglist':
      return texts.length > 0 ? texts : undefined;
    case 'number':
      return texts[0] === undefined ? undefined : Number(texts[0].replace(',', '.'));
    case 'datetime':
      return instantOf(
        one,
        typed[`${name}~day`]?.[0]?.trim() ?? '',
        typed[`${name}~time`]?.[0]?.trim() ?? '',
        timeZone,
      );
    default:
      return texts[0];
  }
}

/** As form-js sends it; what is no day stays as it was typed, so that the check of the form says so. */
function instantOf(one: FormComponent, day: string, time: string, timeZone: string): string | undefined {
  if (day === '' && time === '') return undefined;
  if (one.subtype === 'date') return day;
  const text = `${day}T${time || '00:00'}`;
  const at = DateTime.fromISO(text, { zone: timeZone });
  return at.isValid ? `${text}${at.toFormat('ZZ')}` : text;
}
