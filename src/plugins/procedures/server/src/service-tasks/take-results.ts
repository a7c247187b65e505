// Owns what is taken from an answer: of each declared result the one value, of its type and of a modest size. Anything else
// in the answer is forgotten.
import { LONGEST_RESULT, type ResultField } from '../../../shared/service-tasks-contract';

export type TakenResults =
  | { results: Record<string, string | number | boolean> }
  | { problem: 'HTTP_ANSWER_NOT_JSON' | 'HTTP_RESULT_UNFIT' };

export function takeResults(fields: readonly ResultField[], body: Buffer | null): TakenResults {
  if (fields.length === 0) return { results: {} };
  let answer: unknown;
  try {
    answer = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body ?? Buffer.alloc(0)));
  } catch {
    return { problem: 'HTTP_ANSWER_NOT_JSON' };
  }
  const results: Record<string, string | number | boolean> = {};
  for (const { name, type, path } of fields) {
    const value = valueAt(answer, path.split('.'));
    if (!fits(type, value)) return { problem: 'HTTP_RESULT_UNFIT' };
    results[name] = value;
  }
  return { results };
}

function valueAt(from: unknown, way: readonly string[]): unknown {
  let value = from;
  for (const part of way) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

function fits(type: ResultField['type'], value: unknown): value is string | number | boolean {
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (type === 'boolean') return typeof value === 'boolean';
  return typeof value === 'string' && value.length <= LONGEST_RESULT && !/[\p{Cc}\p{Cf}]/u.test(value);
}
