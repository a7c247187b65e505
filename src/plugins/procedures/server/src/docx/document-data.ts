// Owns what goes into a template: each value that a definition names, from the context of a case, from its samples, or
// as dotted lines for a form that is filled in by hand. Every name gets something, so nothing shows as "undefined".
import { resolveFeel } from '../feel/resolve-feel';
import type { DocumentDefinition, DocumentField, DocumentValue } from '../packages/types';
import { isList } from './check-template';
import type { TemplateData } from './template-engine';
import { dottedLine, type Writing, writeValue } from './write-value';

type Values = DocumentDefinition['values'];

/** From a case. A list without items leaves one row of dotted lines. */
export function dataOfCase(values: Values, context: Record<string, unknown>, writing: Writing): TemplateData {
  return eachValue(values, (value) => {
    if (isList(value)) {
      const items = resolveFeel(value.each, context);
      const rows = (Array.isArray(items) ? items : []).map((item, index) =>
        row(value.fields, (field) => textOf(field, { ...context, item, index: index + 1 }, writing)),
      );
      return rows.length > 0 ? rows : [blankRow(value.fields)];
    }
    return textOf(asField(value), context, writing);
  });
}

/** For a form that is printed and filled in by hand. What is the same on every form (letterhead) is filled. */
export function dataOfBlank(values: Values, context: Record<string, unknown>, writing: Writing): TemplateData {
  return eachValue(values, (value) => {
    if (isList(value)) return Array.from({ length: value.blankRows ?? 2 }, () => blankRow(value.fields));
    const field = asField(value);
    return field.onBlank ? textOf(field, context, writing) : field.as === 'flag' ? false : dottedLine(field);
  });
}

/** For looking at a template: the sample that the definition gives, else the name of the value. */
export function dataOfSample(values: Values, context: Record<string, unknown>, writing: Writing): TemplateData {
  const sample = (name: string, field: DocumentField) =>
    field.as === 'flag' ? true : (field.sample ?? (field.onBlank ? textOf(field, context, writing) : `[${name}]`));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (!isList(value)) return [name, sample(name, asField(value))];
      const one = Object.fromEntries(
        Object.entries(value.fields).map(([key, field]) => [key, sample(key, asField(field))]),
      );
      return [name, [one, one]];
    }),
  );
}

export const asField = (value: DocumentField | string): DocumentField =>
  typeof value === 'string' ? { from: value } : value;

function textOf(field: DocumentField, context: Record<string, unknown>, writing: Writing): string | boolean {
  const value = resolveFeel(field.from, context);
  if (field.as === 'flag') return value === true;
  return writeValue(field, value, writing) ?? dottedLine(field);
}

const blankRow = (fields: Record<string, DocumentField | string>) =>
  row(fields, (field) => (field.as === 'flag' ? false : dottedLine(field)));

const row = (fields: Record<string, DocumentField | string>, write: (field: DocumentField) => string | boolean) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, write(asField(field))]));

const eachValue = (values: Values, write: (value: DocumentValue) => TemplateData[string]): TemplateData =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, write(value)]));
