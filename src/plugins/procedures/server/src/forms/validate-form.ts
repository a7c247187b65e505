// Owns the server's word on what a person sent with a form: which values are kept, and what is wrong with them. What
// the form hides, shows read-only or does not have is never the client's to set.
import type { FormSchema } from '../packages/types';
import { checkValue, type ValueLimits } from './check-value';
import { type FieldProblem, kinds, type Sentence, say } from './field-problems';
import { isValues, type Values } from './form-field';
import { pathText, setAt, type ValuePath, valueAt } from './value-path';
import { type FormField, walkForm } from './walk-form';

export interface ValidateFormOptions {
  /** The values that the page was given: conditions read them, and read-only fields keep them. */
  given?: Values;
  /** Needed only by fields that refuse past days. */
  now?: Date;
  maxStringLength?: number;
  maxListLength?: number;
}

export interface ValidatedForm {
  /** The values to keep, nested by path; only of fields that are shown and may be set. */
  values: Values;
  problems: FieldProblem[];
}

export function validateForm(schema: FormSchema, sent: unknown, options: ValidateFormOptions = {}): ValidatedForm {
  if (!isValues(sent)) return { values: {}, problems: [{ path: '', ...say.wrongType(kinds.object) }] };
  const limits: ValueLimits = {
    maxStringLength: options.maxStringLength ?? 20_000,
    maxListLength: options.maxListLength ?? 200,
    now: options.now,
  };
  const outsized = outsizedProblem(sent, limits);
  if (outsized) return { values: {}, problems: [outsized] };
  const given = options.given ?? {};
  const fields = walkForm(schema, mergeSent(schema, given, sent));
  const values: Values = {};
  const problems: FieldProblem[] = unknownKeys(sent, fields).map((path) => ({ path, ...say.unknownKey }));
  const report = (path: ValuePath, found: Sentence[]) => {
    for (const sentence of found) problems.push({ path: pathText(path), ...sentence });
  };
  for (const field of fields) {
    if (field.hidden || field.readOnly) continue;
    const raw = valueAt(sent, field.path);
    if (field.kind === 'list') {
      const found = listProblems(raw);
      report(field.path, found);
      if (raw !== undefined && found.length === 0) setAt(values, field.path, emptyRows(raw));
      continue;
    }
    if (!isInsideList(field.path, sent)) continue;
    const checked = checkValue(field, raw, given, limits);
    report(field.path, checked.problems);
    if (checked.value !== undefined && checked.problems.length === 0) setAt(values, field.path, checked.value);
  }
  return { values, problems };
}

const MAX_DEPTH = 20;

/** Asked before anything is walked: a list that is too long or a nest that is too deep is not worth reading. */
function outsizedProblem(sent: Values, limits: ValueLimits): FieldProblem | null {
  const open: { value: unknown; path: ValuePath }[] = [{ value: sent, path: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value) && value.length > limits.maxListLength) {
      return { path: pathText(path), ...say.tooManyRows(limits.maxListLength) };
    }
    if (path.length >= MAX_DEPTH) return { path: pathText(path), ...say.wrongType(kinds.object) };
    const isList = Array.isArray(value);
    for (const [key, child] of Object.entries(value))
      open.push({ value: child, path: [...path, isList ? Number(key) : key] });
  }
  return null;
}

const emptyRows = (rows: unknown): Values[] => (Array.isArray(rows) ? rows.map(() => ({})) : []);

function listProblems(raw: unknown): Sentence[] {
  if (raw === undefined || raw === null) return [];
  if (!Array.isArray(raw)) return [say.wrongType(kinds.list)];
  return raw.every(isValues) ? [] : [say.wrongType(kinds.object)];
}

/** Rows that the page was given but the client did not send are gone: there is nothing in them to require. */
function isInsideList(path: ValuePath, sent: Values): boolean {
  const row = path.findLastIndex((segment) => typeof segment === 'number');
  return row < 0 || isValues(valueAt(sent, path.slice(0, row + 1)));
}

/** Given values with what the client sent over them; a read-only field keeps what was given. */
function mergeSent(schema: FormSchema, given: Values, sent: Values): Values {
  const merged = overlay(given, sent) as Values;
  for (const field of walkForm(schema, merged)) {
    if (field.readOnly && !field.path.some((segment) => typeof segment === 'number')) {
      setAt(merged, field.path, valueAt(given, field.path));
    }
  }
  return merged;
}

function overlay(below: unknown, above: unknown): unknown {
  if (!isValues(below) || !isValues(above)) return structuredClone(above);
  const merged: Values = structuredClone(below);
  for (const [key, value] of Object.entries(above)) {
    if (key !== '__proto__') merged[key] = key in below ? overlay(below[key], value) : structuredClone(value);
  }
  return merged;
}

/** Paths that were sent and that no field of the form has. */
function unknownKeys(sent: Values, fields: readonly FormField[]): string[] {
  const known = new Map(fields.map((field) => [pathText(field.path), field]));
  const holders = new Set(fields.flatMap((field) => field.path.map((_, end) => pathText(field.path.slice(0, end)))));
  const unknown: string[] = [];
  const visit = (value: unknown, path: ValuePath) => {
    const field = known.get(pathText(path));
    // What a hidden or read-only field or list holds is dropped anyway.
    if (field?.kind === 'value' || field?.hidden || field?.readOnly) return;
    if (field?.kind === 'list' && Array.isArray(value)) {
      for (const [index, row] of value.entries()) visit(row, [...path, index]);
    } else if (field?.kind === 'list') return;
    else if (isValues(value) && (holders.has(pathText(path)) || typeof path.at(-1) === 'number')) {
      for (const [key, child] of Object.entries(value)) visit(child, [...path, key]);
    } else if (value !== undefined && value !== null) unknown.push(pathText(path));
  };
  for (const [key, value] of Object.entries(sent)) visit(value, [key]);
  return unknown;
}
