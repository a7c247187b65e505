// Owns what "turns amber", "turns red" and "is overdue" mean of the running terms that a unit answers for: one condition,
// for the figures of a board and for the list behind each.
import type { Knex } from 'knex';

export const CLOCK_FILTERS = ['amber', 'red', 'overdue'] as const;
export type ClockFilter = (typeof CLOCK_FILTERS)[number];

/** Narrows a query over procedures.clocks (as `clock`) to running terms of `owner`; `until` is the end of the asked time. */
export function narrowClocks<Q extends Knex.QueryBuilder>(
  query: Q,
  owner: string,
  filter: ClockFilter,
  now: Date,
  until: Date,
): Q {
  query.where({ 'clock.owner': owner, 'clock.state': 'RUNNING', 'clock.tracking': 'ENFORCED' });
  if (filter === 'overdue') query.where('clock.due_at', '<', now);
  else if (filter === 'red') query.where('clock.due_at', '>=', now).where('clock.due_at', '<', until);
  // Still neutral now, and not red before the end.
  else query.where('clock.amber_at', '>', now).where('clock.amber_at', '<=', until).where('clock.due_at', '>=', until);
  return query;
}
