// Owns the check of one value against its field: type, limits, options. The page checks the same; the server does not
// believe it.
import { isFeel } from '../feel/resolve-feel';
import { checkDateTime } from './check-date-time';
import { kinds, type Sentence, say } from './field-problems';
import { isValues, type Values } from './form-field';
import { valueAt } from './value-path';
import type { FormField } from './walk-form';

export interface CheckedValue {
  /** The value to keep: trimmed of what the field does not mean, null when it was cleared. */
  value: unknown;
  problems: Sentence[];
}

export interface ValueLimits {
  maxStringLength: number;
  maxListLength: number;
  now?: Date;
}

const EMAIL =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
/** International, or as people write it at home: digits with spaces, dots, dashes, brackets. */
const PHONE = /^(\+|0)\d{6,20}$/;

/** PostgreSQL stores neither NUL nor half a surrogate pair. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

export function checkValue(field: FormField, raw: unknown, serverValues: Values, limits: ValueLimits): CheckedValue {
  const unset = raw === undefined || raw === null || raw === '' || (Array.isArray(raw) && raw.length === 0);
  const required = validationOf(field).required === true;
  if (unset) {
    const kept = Array.isArray(raw) ? [] : raw === undefined ? undefined : null;
    return { value: kept, problems: required ? [say.required] : [] };
  }
  switch (field.component.type) {
    case 'number':
      return checkNumber(field, raw);
    case 'checkbox':
      if (typeof raw !== 'boolean') return refused(say.wrongType(kinds.boolean));
      return { value: raw, problems: required && !raw ? [say.required] : [] };
    case 'radio':
    case 'select':
      return checkOption(field, raw, serverValues);
    case 'checklist':
    case 'taglist':
      return checkOptions(field, raw, serverValues);
    case 'datetime':
      return checkDateTime(field.component, raw, limits.now);
    default:
      return checkText(field, raw, limits);
  }
}

const refused = (problem: Sentence): CheckedValue => ({ value: null, problems: [problem] });

const validationOf = (field: FormField): Values => (isValues(field.component.validate) ? field.component.validate : {});

/** A limit may be FEEL; what is not a number limits nothing. */
function limitOf(field: FormField, name: string): number | null {
  const setting = validationOf(field)[name];
  const value = isFeel(setting) ? field.evaluate(setting) : setting;
  if (value === null || value === undefined || value === '') return null;
  return Number.isFinite(Number(value)) ? Number(value) : null;
}

function checkText(field: FormField, raw: unknown, limits: ValueLimits): CheckedValue {
  if (typeof raw !== 'string') return refused(say.wrongType(kinds.text));
  if (UNSTORABLE.test(raw)) return refused(say.unprintable);
  const value = field.component.type === 'textfield' ? raw.replace(/[\r\n\t]/g, ' ') : raw;
  const { required, pattern, validationType } = validationOf(field);
  const length = value.trim().length;
  const min = limitOf(field, 'minLength');
  const max = Math.min(limitOf(field, 'maxLength') ?? limits.maxStringLength, limits.maxStringLength);
  const problems: Sentence[] = [];
  if (value.length > limits.maxStringLength) return refused(say.tooLong(limits.maxStringLength));
  if (required === true && length === 0) problems.push(say.required);
  if (min !== null && length < min) problems.push(say.tooShort(min));
  if (length > max) problems.push(say.tooLong(max));
  if (typeof pattern === 'string' && pattern !== '' && !new RegExp(pattern).test(value)) problems.push(say.pattern);
  if (validationType === 'email' && !EMAIL.test(value)) problems.push(say.email);
  if (validationType === 'phone' && !PHONE.test(value.replace(/[\s().-]/g, ''))) problems.push(say.phone);
  return { value, problems };
}

function checkNumber(field: FormField, raw: unknown): CheckedValue {
  const asText = field.component.serializeToString === true;
  const number = asText && typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw;
  if (typeof number !== 'number' || !Number.isFinite(number)) return refused(say.wrongType(kinds.number));
  const min = limitOf(field, 'min');
  const max = limitOf(field, 'max');
  const { decimalDigits, increment } = field.component;
  const problems: Sentence[] = [];
  if (min !== null && number < min) problems.push(say.tooSmall(min));
  if (max !== null && number > max) problems.push(say.tooLarge(max));
  if (typeof decimalDigits === 'number' && decimalsOf(number) > decimalDigits)
    problems.push(say.decimals(decimalDigits));
  const step = Number(increment);
  if (increment !== undefined && step > 0 && !isMultiple(number, step)) problems.push(say.increment(step));
  return { value: asText ? String(raw) : number, problems };
}

function decimalsOf(number: number): number {
  const [mantissa, exponent] = number.toString().split('e');
  const decimals = (mantissa.split('.')[1] ?? '').length - Number(exponent ?? 0);
  return Math.max(0, decimals);
}

/** 0.3 is a multiple of 0.1, whatever binary fractions say. */
function isMultiple(number: number, step: number): boolean {
  const scale = 10 ** Math.max(decimalsOf(number), decimalsOf(step));
  return Math.round(number * scale) % Math.round(step * scale) === 0;
}

function checkOption(field: FormField, raw: unknown, serverValues: Values): CheckedValue {
  return isOffered(raw, optionsOf(field, serverValues)) ? { value: raw, problems: [] } : refused(say.option);
}

function checkOptions(field: FormField, raw: unknown, serverValues: Values): CheckedValue {
  if (!Array.isArray(raw)) return refused(say.wrongType(kinds.list));
  const options = optionsOf(field, serverValues);
  const value = [...new Set(raw)];
  return { value, problems: value.every((entry) => isOffered(entry, options)) ? [] : [say.option] };
}

const isOffered = (value: unknown, options: readonly unknown[]): boolean => {
  const text = JSON.stringify(value);
  return options.some((option) => JSON.stringify(option) === text);
};

/** The offered values: fixed, computed, or given by the server; never the client's. */
function optionsOf(field: FormField, serverValues: Values): unknown[] {
  const { values, valuesExpression, valuesKey } = field.component;
  let offered: unknown = values;
  if (isFeel(valuesExpression)) offered = field.evaluate(valuesExpression);
  else if (typeof valuesKey === 'string' && valuesKey !== '') offered = valueAt(serverValues, valuesKey.split('.'));
  if (!Array.isArray(offered)) return [];
  return offered.map((option: unknown) => (isValues(option) ? option.value : option));
}
