// Owns the shape of a kept hand-over (database/migrations/0015_duty.sql), and the loading of one.
import type { Knex } from 'knex';
import type { HandOverContent, HandOverState } from '../../../shared/duty-contract';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import { UUID } from '../storage/uuid';

export interface HandOverRecord {
  id: string;
  tenant_id: string;
  unit_code: string;
  shift_id: string | null;
  next_shift_id: string | null;
  state: HandOverState;
  content: HandOverContent;
  content_hash: string;
  given_by: string | null;
  given_at: Date;
  meant_for: string;
  without_giver: string | null;
  taken_by: string | null;
  taken_at: Date | null;
  take_remark: string | null;
  settled_at: Date | null;
  settle_reason: string | null;
  signature_hash: string | null;
}

export async function loadHandOver(knex: Knex, tenantId: string, id: string, lock = false): Promise<HandOverRecord> {
  const query = UUID.test(id) ? knex('procedures.duty_hand_overs').where({ id, tenant_id: tenantId }) : null;
  const row: HandOverRecord | undefined = await (lock ? query?.forUpdate() : query)?.first();
  if (!row) requireAllowed(NOT_FOUND);
  return row;
}
