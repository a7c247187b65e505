// Owns the numbers by which other systems know our cases.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { writeAudit } from '../audit/write-audit';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { isUniqueViolation } from '../storage/unique-violation';
import type { Actor } from '../tenants/actor';
import { referenceTaken } from './problems';

export interface ExternalReference {
  system: string;
  reference: string;
}

/** Records the number; the one before it of the same system is kept as superseded. The same again changes nothing. */
export async function putReference(
  platform: Platform,
  actor: Actor,
  caseId: string,
  { system, reference }: ExternalReference,
): Promise<ExternalReference> {
  const now = platform.clock.now();
  const current = { tenant_id: actor.tenantId, case_id: caseId, system };
  try {
    await inTransaction(platform.strapi, async (trx) => {
      const known = await liveReference(trx, current);
      if (known?.reference === reference) return;
      if (known) await trx('procedures.external_references').where({ id: known.id }).update({ superseded_at: now });
      await trx('procedures.external_references').insert({
        ...current,
        id: randomUUID(),
        reference,
        recorded_by: actor.personId,
        recorded_at: now,
      });
      await writeAudit(trx, {
        tenantId: actor.tenantId,
        at: now,
        actor,
        action: 'case.reference',
        subjectType: 'case',
        subjectId: caseId,
        detail: { system },
      });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // The same call at the same moment has recorded it already; any other owner keeps it.
    const now = await liveReference(platform.knex, current);
    if (now?.reference !== reference) throw referenceTaken(system);
  }
  return { system, reference };
}

const liveReference = (
  knex: Knex,
  where: { tenant_id: string; case_id: string; system: string },
): Promise<{ id: string; reference: string } | undefined> =>
  knex('procedures.external_references').where(where).whereNull('superseded_at').first();
