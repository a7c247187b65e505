// Owns the rows of moves, and the question whether a case is held by one.
import type { Knex } from 'knex';
import type { LocalText } from '../packages/types';
import type { MovePlan } from './plan-move';

export type MoveStepName = 'WAITING' | 'HELD' | 'CANCELLING' | 'CREATING' | 'RESTORING' | 'RELEASED';

export interface MoveRecord {
  id: string;
  batch_id: string;
  tenant_id: string;
  case_id: string;
  from_version: string;
  to_version: string;
  step: MoveStepName;
  back: boolean;
  plan: MovePlan | null;
  engine_id: string | null;
  origin_instance_key: string | null;
  leaving_instance_key: string | null;
  attempt: string | null;
  new_instance_key: string | null;
  outcome: 'MOVED' | 'KEPT' | 'RETURNED' | null;
  words: LocalText | null;
  stuck: boolean;
  attempts: number;
  next_at: Date;
  created_at: Date;
  finished_at: Date | null;
}

export interface BatchRecord {
  id: string;
  tenant_id: string;
  package_id: string;
  to_version: string;
  mapping: Record<string, string>;
  recompute: boolean;
  reason: string;
  state: 'RUNNING' | 'STOPPED' | 'DONE';
  started_by: string;
  started_at: Date;
  finished_at: Date | null;
}

/** The move that holds the case, if one does: one that only waits for its turn does not. */
export async function holdingMove(knex: Knex, caseId: string): Promise<MoveRecord | undefined> {
  return knex('procedures.case_moves')
    .where({ case_id: caseId })
    .whereNull('outcome')
    .whereNot({ step: 'WAITING' })
    .first();
}

/** Ids of cases that are held: what would speak to their process waits. */
export const heldCases = (knex: Knex): Knex.QueryBuilder =>
  knex('procedures.case_moves').whereNull('outcome').whereNot({ step: 'WAITING' }).select('case_id');

/** Writes a step's outcome, if the move is still at that step: of two who do the same step one goes on. */
export async function advance(
  knex: Knex,
  move: Pick<MoveRecord, 'id' | 'step'>,
  change: Record<string, unknown>,
): Promise<boolean> {
  const changed = await knex('procedures.case_moves')
    .where({ id: move.id, step: move.step })
    .whereNull('outcome')
    .update({ attempts: 0, ...change });
  return changed > 0;
}
