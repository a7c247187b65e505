// corrections/ owns what becomes of a recorded sending that turns out to be wrong in its date, number or recipient.
//
//   correctable-event.ts   which event may be corrected, by whom, and the fields of its paper
//   ask-correction.ts      asked with a reason; decide-correction.ts: approved, refused or taken back by a second person
//   put-in-force.ts        the new event in the place of the old one, with rows (correct-rows.ts) and terms
//                          (correct-clocks.ts), all at once; nothing of the old one is edited
//   tell-correction.ts     who hears of it
//
// This file owns the shape of a correction's row and its loading.
import type { Knex } from 'knex';
import type { CorrectionState } from '../../../shared/corrections-contract';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import { UUID } from '../storage/uuid';

export interface CorrectionRecord {
  id: string;
  tenant_id: string;
  case_id: string;
  event_id: string;
  state: CorrectionState;
  reason: string;
  business_at: Date;
  task: Record<string, unknown>;
  asked_by: string;
  /** The appointment that it was done under; null: in one's own right. */
  asked_acting_for: string | null;
  asked_at: Date;
  decided_by: string | null;
  /** As asked_acting_for. */
  decided_acting_for: string | null;
  decided_at: Date | null;
  decision_reason: string | null;
  new_event_id: string | null;
}

export async function loadCorrection(knex: Knex, id: string, tenantId: string): Promise<CorrectionRecord> {
  const row: CorrectionRecord | undefined = UUID.test(id)
    ? await knex('procedures.event_corrections').where({ id, tenant_id: tenantId }).first()
    : undefined;
  return row ?? requireAllowed(NOT_FOUND);
}

/** Ids of the events that another one stands for, as a subquery. */
export const correctedEvents = (knex: Knex, caseId: string): Knex.QueryBuilder =>
  knex('procedures.event_corrections').where({ case_id: caseId, state: 'IN_FORCE' }).select('event_id');
