// Owns the event that only our record keeps, written on the other case of a link in the same transaction, so that both
// timelines tell of it or neither.
import type { Knex } from 'knex';
import { caseContext } from '../cases/case-context';
import { resolveFeel } from '../feel/resolve-feel';
import { confirmAction } from '../outbox/confirm-action';
import { findAction } from '../outbox/find-action';
import { stageAction } from '../outbox/stage-action';
import { findEvent } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';

export async function recordOnCase(
  platform: Platform,
  trx: Knex.Transaction,
  current: CaseRecord,
  code: string,
  { personId, actingFor }: { personId: string | null; actingFor: string | null },
): Promise<void> {
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  // A case that runs by an older version of its package may not know the event: the link itself still tells of it.
  if (!published.read.events.some((event) => event.code === code)) return;
  const event = findEvent(published, code);
  const { context } = await caseContext(platform, current, published);
  const by = resolveFeel(event.actor ?? null, context);
  const at = platform.clock.now();
  const { id } = await stageAction(trx, {
    tenantId: current.tenant_id,
    caseId: current.id,
    kind: 'RECORD_EVENT',
    eventCode: code,
    businessAt: at,
    enteredAt: at,
    lateReason: null,
    personId,
    actingFor,
    payload: { values: {}, record: {}, people: null, task: {}, facts: {}, actor: typeof by === 'string' ? by : null },
    command: null,
  });
  await confirmAction(platform, trx, await findAction(trx, id), null);
}
