// Owns the row of procedures.notes as TypeScript sees it, and the loading of one.
import type { Knex } from 'knex';
import type { NoteVisibility } from '../../../shared/taskpage-contract';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import { UUID } from '../storage/uuid';

export interface NoteRecord {
  id: string;
  tenant_id: string;
  case_id: string;
  task_id: string | null;
  visibility: NoteVisibility;
  text: string;
  /** null: whoever holds the receipt, and nobody knows who that is. */
  author: string | null;
  by_receipt: boolean;
  written_at: Date;
  supersedes: string | null;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
  withdrawn_reason: string | null;
}

export async function loadNote(trx: Knex, id: unknown, tenantId: string): Promise<NoteRecord> {
  const note: NoteRecord | undefined =
    typeof id === 'string' && UUID.test(id)
      ? await trx('procedures.notes').where({ id, tenant_id: tenantId }).forUpdate().first()
      : undefined;
  return note ?? (requireAllowed(NOT_FOUND) as never);
}
