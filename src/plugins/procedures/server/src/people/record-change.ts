// Owns the trace of every change of people and units: old value, new value, who, when, why; and the audit entry, which
// holds ids and names of fields only.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { writeAudit } from '../audit/write-audit';
import type { ActingRight, Actor } from '../tenants/actor';

export interface PeopleChange {
  subjectType: 'unit' | 'person' | 'position' | 'absence' | 'acting' | 'word';
  subjectId: string;
  personId: string | null;
  /** e.g. `position.give` */
  change: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason: string | null;
}

/** Call it last in the transaction: it ends in the audit chain. `actor` null: the platform itself, at the end of a period. */
export async function recordChange(
  trx: Knex.Transaction,
  tenantId: string,
  actor: Actor | null,
  at: Date,
  change: PeopleChange,
  actingFor: ActingRight | null = null,
): Promise<void> {
  await trx('procedures.people_changes').insert({
    id: randomUUID(),
    tenant_id: tenantId,
    subject_type: change.subjectType,
    subject_id: change.subjectId,
    person_id: change.personId,
    change: change.change,
    before: change.before && JSON.stringify(change.before),
    after: change.after && JSON.stringify(change.after),
    reason: change.reason,
    changed_by: actor?.personId ?? null,
    changed_at: at,
  });
  await writeAudit(trx, {
    tenantId,
    at,
    actor,
    actingFor,
    action: change.change,
    subjectType: change.subjectType,
    subjectId: change.subjectId,
    detail: {
      ...(change.personId ? { person: change.personId } : {}),
      fields: [...new Set([...Object.keys(change.before ?? {}), ...Object.keys(change.after ?? {})])],
    },
  });
}
