// Owns where in a case an event may come from right now: which of its alternatives the position offers.
import type { Knex } from 'knex';
import { agrees } from '../acts/event-of-task';
import { conditionHolds } from '../feel/resolve-feel';
import { valueAt } from '../forms/value-path';
import type { EventDefinition } from '../packages/types';
import type { TaskRecord } from '../storage/rows';

export interface OpenWait {
  message_name: string;
  plain_message: string;
  correlation_key: string;
  element_id: string;
}

export interface Position {
  tasks: TaskRecord[];
  waits: OpenWait[];
  context: Record<string, unknown>;
  isActive: boolean;
}

export type Offered =
  | { kind: 'task'; task: TaskRecord; with: Record<string, unknown> }
  | { kind: 'message'; wait: OpenWait; with: Record<string, unknown> }
  | { kind: 'record' };

export async function positionOf(
  knex: Knex,
  caseId: string,
  life: string,
  context: Record<string, unknown>,
): Promise<Position> {
  const tasks: TaskRecord[] = await knex('procedures.tasks')
    .where({ case_id: caseId, state: 'OPEN' })
    .orderBy('opened_at');
  const waits: OpenWait[] = await knex('procedures.case_subscriptions')
    .where({ case_id: caseId })
    .whereNull('closed_at')
    .orderBy('opened_position', 'desc');
  return { tasks, waits, context, isActive: life === 'ACTIVE' };
}

/** The first alternative of `event` that the position offers, or null. Tasks are chosen by `with` against `values`. */
export function offeredSource(
  event: EventDefinition,
  position: Position,
  values: Record<string, unknown> | null,
): Offered | null {
  for (const source of event.by) {
    if (source.kind === 'task') {
      const task = position.tasks.find((one) => one.element_id === source.element);
      const clashes = Object.entries(source.with ?? {}).some(
        ([path, wanted]) =>
          values !== null && valueAt(values, path.split('.')) !== undefined && !agrees({ [path]: wanted }, values),
      );
      if (task && !clashes) return { kind: 'task', task, with: source.with ?? {} };
    } else if (source.kind === 'message') {
      const wait = position.waits.find((one) => one.plain_message === source.message);
      if (wait) return { kind: 'message', wait, with: source.with ?? {} };
    } else if (source.kind === 'record' && conditionHolds(source.when, position.context)) {
      return { kind: 'record' };
    }
  }
  return null;
}
