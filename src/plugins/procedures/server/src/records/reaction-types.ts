// Owns which value types effects may hang on, and why there can be no gap in them.
//
// An exporter sends its own types strictly by position, and sends the next bulk only after the last one was
// acknowledged, that is, committed. So what one exporter has brought is at every moment a prefix of the log, seen through
// its types. The broker has two: FAST brings these types one by one, FULL brings these and all others in large bulks.
// Both bring ALL of these types, so whichever is ahead, what is in the table is again a prefix of the log, seen through
// these types: a cursor that reads them by position cannot jump over one that comes later. That is not so for any other
// type (an element record at 90 arrives a second after a job record at 100), so a reaction may not ask for one, and an
// exporter that brings some of these types must bring them all.
import { ProblemError } from '../problems/problem-error';
import type { Reaction } from './types';

/** MESSAGE is always read: marker messages move the cursor of a partition where nothing else happens. */
export const REACTION_VALUE_TYPES: readonly string[] = [
  'JOB',
  'INCIDENT',
  'MESSAGE_START_EVENT_SUBSCRIPTION',
  'PROCESS_MESSAGE_SUBSCRIPTION',
  'MESSAGE',
  'PROCESS_INSTANCE_CREATION',
];

export function refuseOtherValueTypes(reactions: readonly Reaction[]): void {
  const names = reactions.map(({ name }) => name);
  const twice = names.filter((name, n) => names.indexOf(name) !== n);
  const others = reactions.flatMap(({ name, valueTypes }) =>
    valueTypes.filter((type) => !REACTION_VALUE_TYPES.includes(type)).map((type) => `${name}: ${type}`),
  );
  if (others.length === 0 && twice.length === 0) return;
  throw new ProblemError({
    code: 'REACTION_NOT_POSSIBLE',
    status: 500,
    vi: `Phản ứng chỉ được gắn với các loại bản ghi ${REACTION_VALUE_TYPES.join(', ')} và mỗi tên chỉ dùng một lần, nhưng có: ${[...others, ...twice].join('; ')}.`,
    en: `Expected reactions with names of their own on ${REACTION_VALUE_TYPES.join(', ')}, but got ${[...others, ...twice].join('; ')}.`,
    detail: { others, twice },
  });
}
