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
  await oneAtATime(trx, binding.clientId);
  return trx('procedures.attachments')
    .where({ tenant_id: binding.tenantId, client_id: binding.clientId, uploaded_by: binding.personId })
    .whereNull('case_id')
    .whereNull('withdrawn_at')
    .update({ case_id: binding.caseId, task_id: binding.taskId ?? null, bound_at: binding.at });
}

/**
 * In the transaction that keeps a file of an entry: where the entry has become a case while the file was on its way, the file
 * goes to that case, if who sent it is who entered the case (its id is the entry's).
 */
export async function bindLate(
  trx: Knex.Transaction,
  { id, tenantId, personId, clientId, at }: Omit<Binding, 'caseId' | 'taskId'> & { id: string },
): Promise<void> {
  await oneAtATime(trx, clientId);
  const begun = await trx('procedures.actions')
    .where({ tenant_id: tenantId, case_id: clientId, kind: 'START_CASE', person_id: personId })
    .first('case_id');
  if (begun) await trx('procedures.attachments').where({ id }).update({ case_id: clientId, bound_at: at });
}

/** Of a file that comes and the entry that is recorded, the second sees what the first has written. */
const oneAtATime = (trx: Knex.Transaction, clientId: string) =>
  trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`procedures.entry:${clientId}`]);
