// Owns whether a value fits a parameter: for the default when a package is checked, and for what a tenant sets later.
import type { Parameter } from '../types';

type Limited = Pick<Parameter, 'type' | 'min' | 'max' | 'options'>;

/** What is wrong with the value, or null. */
export function parameterProblem(parameter: Limited, value: unknown): { vi: string; en: string } | null {
  if (!isOfType(parameter.type, value)) {
    return { vi: `Phải là kiểu ${parameter.type}.`, en: `Expected type ${parameter.type}, but it is not.` };
  }
  const size = sizeOf(value);
  const { min, max, options } = parameter;
  if (size !== null && typeof min === 'number' && size < min) {
    return { vi: `Phải từ ${min} trở lên, nhưng là ${size}.`, en: `Expected at least ${min}, but it is ${size}.` };
  }
  if (size !== null && typeof max === 'number' && size > max) {
    return { vi: `Phải từ ${max} trở xuống, nhưng là ${size}.`, en: `Expected at most ${max}, but it is ${size}.` };
  }
  const values = Array.isArray(value) ? value : [value];
  if (options && !values.every((one) => options.some((option) => option === one))) {
    return {
      vi: `Phải là một trong: ${options.join(', ')}.`,
      en: `Expected one of ${options.join(', ')}, but it is not.`,
    };
  }
  return null;
}

function isOfType(type: Parameter['type'], value: unknown): boolean {
  if (type === 'integer') return Number.isSafeInteger(value);
  if (type === 'list') return Array.isArray(value);
  return typeof value === type;
}

/** A number's value, a text's or list's length; a boolean has none. */
function sizeOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' || Array.isArray(value) ? value.length : null;
}
