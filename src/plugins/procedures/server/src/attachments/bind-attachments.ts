// Owns the moment at which files that were added to an entry become part of the case that the entry made.
import type { Knex } from 'knex';

export interface Binding {
  readonly tenantId: string;
  /** Whose files: nobody binds another person's. null: those of whoever is not signed in. */
  readonly personId: string | null;
  readonly clientId: string;
  readonly caseId: string;
  readonly taskId?: string | null;
  readonly at: Date;
}

/** In the transaction that records the entry; safe to repeat. Returns how many were bound. */
export async function bindAttachments(trx: Knex.Transaction, binding: Binding): Promise<number> {
  return trx('procedures.attachments')
    .where({ tenant_id: binding.tenantId, client_id: binding.clientId, uploaded_by: binding.personId })
    .whereNull('case_id')
    .whereNull('withdrawn_at')
    .update({ case_id: binding.caseId, task_id: binding.taskId ?? null, bound_at: binding.at });
}
