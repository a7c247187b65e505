// Owns names that may be written as an expression: `x`, or `="x"`. Anything cleverer cannot be prefixed safely.
import { ProblemError } from '../problems/problem-error';

const QUOTED = /^=\s*"((?:[^"\\])*)"\s*$/;

/** The text of `="text"`, or null when the value is not such an expression. */
export const quotedName = (value: string): string | null => QUOTED.exec(value)?.[1] ?? null;

export const isExpression = (value: string): boolean => value.startsWith('=');

/** Changes the name in `x` or `="x"`, keeping its form; refuses any other expression. */
export function changeName(value: string, place: { file: string; element: string }, change: (name: string) => string) {
  if (!isExpression(value)) return change(value);
  const name = quotedName(value);
  if (name !== null) return `="${change(name)}"`;
  throw new ProblemError({
    code: 'PACKAGE_EXPRESSION_NOT_PREFIXABLE',
    vi: `Tên tại "${place.element}" trong ${place.file} phải là chữ cố định hoặc ="chữ", nhưng là biểu thức ${value}. Hãy viết tên cố định.`,
    en: `Expected the name at "${place.element}" in ${place.file} to be fixed or ="fixed", but it is ${value}. Write a fixed name.`,
    detail: place,
  });
}
