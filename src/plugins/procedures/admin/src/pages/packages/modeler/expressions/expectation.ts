/** What the engine wants of an expression at its place, and whether a value is that. Anything else is an incident there. */
import type { ValueType } from '../../../../../../shared/expressions-contract';
import type { ExpressionKind } from './expressionsOf';

export type Expected = 'boolean' | 'text' | 'texts' | 'list' | 'number' | 'instant' | 'time' | 'key';

const EXPECTED: Partial<Record<ExpressionKind, Expected>> = {
  condition: 'boolean',
  completion: 'boolean',
  groups: 'texts',
  users: 'texts',
  assignee: 'text',
  dueDate: 'instant',
  followUpDate: 'instant',
  collection: 'list',
  timer: 'time',
  message: 'text',
  correlation: 'key',
  decision: 'text',
  called: 'text',
  jobType: 'text',
  retries: 'number',
};

/** `nullable`: without a value the task simply has none. */
const TAKES: Record<Expected, { types: ValueType[]; nullable: boolean }> = {
  boolean: { types: ['boolean'], nullable: false },
  text: { types: ['string'], nullable: false },
  texts: { types: ['list'], nullable: false },
  list: { types: ['list'], nullable: false },
  number: { types: ['number'], nullable: false },
  instant: { types: ['string'], nullable: true },
  time: { types: ['string'], nullable: false },
  key: { types: ['string', 'number'], nullable: false },
};

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:\d\d|@.+|\[.+\])$/;
const SPAN = /^(?:R\d*\/)?-?P./;

/** null: any value will do. */
export const expectedOf = (kind: ExpressionKind): Expected | null => EXPECTED[kind] ?? null;

export function fits(kind: ExpressionKind, type: ValueType, value: unknown): boolean {
  const expected = expectedOf(kind);
  if (expected === null) return true;
  const { types, nullable } = TAKES[expected];
  if (type === 'null') return nullable;
  if (expected === 'texts') return Array.isArray(value) && value.every((one) => typeof one === 'string');
  // The engine's own dates and durations come as text too: by their form they are told from any other.
  if (expected === 'instant') return typeof value === 'string' && INSTANT.test(value);
  if (expected === 'time') return typeof value === 'string' && (INSTANT.test(value) || SPAN.test(value));
  return types.includes(type);
}
