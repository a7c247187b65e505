// Owns the trace of reads of a person's data: who looked at which record, and when.
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { writeAudit } from './write-audit';

export async function recordRead(
  platform: Platform,
  actor: Actor,
  subjectType: 'case' | 'task' | 'person',
  subjectId: string,
): Promise<void> {
  await platform.knex.transaction((trx) =>
    writeAudit(trx, {
      tenantId: actor.tenantId,
      at: platform.clock.now(),
      actor,
      action: `${subjectType}.read`,
      subjectType,
      subjectId,
    }),
  );
}
