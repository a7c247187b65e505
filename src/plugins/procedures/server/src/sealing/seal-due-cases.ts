// Owns the look that closes what had to lie open: as soon as a tenant's first custodian has a key, and when a case's
// people came under protection after they had been written. Afterwards nothing of ours says who they are.
import type { Knex } from 'knex';
import { sealingReady } from '../../../shared/sealing-crypto';
import { writeAudit } from '../audit/write-audit';
import { RecordStore } from '../cases/record-store';
import { feelContext } from '../context/feel-context';
import type { CorrectionRecord } from '../corrections/correction';
import { effectiveParameters } from '../parameters/effective-parameters';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { ActionRecord, CaseRecord } from '../storage/rows';
import { type CustodianKeyInForce, keysInForce, mayHold, withinOf } from './keys-in-force';
import { withoutPeople } from './protect-act';
import { type Protection, protectionOf } from './protection';
import { sealPeople } from './seal-people';
import { writeSealings } from './write-sealings';

export async function sealDueCases(platform: Platform): Promise<void> {
  const tenants: string[] = await platform.knex('procedures.sealing_due').distinct('tenant_id').pluck('tenant_id');
  for (const tenantId of tenants) {
    const keys = await keysInForce(platform.knex, tenantId, platform.clock.now());
    if (keys.length === 0) continue;
    await sealingReady();
    // An act on its way would write again what is cleared here: its record comes first.
    const cases: string[] = await platform
      .knex('procedures.sealing_due as due')
      .where('due.tenant_id', tenantId)
      .whereNotExists((acting) =>
        acting
          .from('procedures.actions as action')
          .whereRaw('action.case_id = due.case_id')
          .whereIn('action.state', ['STAGED', 'SENT', 'BLOCKED']),
      )
      .orderBy('due.since')
      .pluck('due.case_id');
    for (const caseId of cases) await inTransaction(platform.strapi, (trx) => sealCase(platform, trx, caseId, keys));
  }
}

async function sealCase(
  platform: Platform,
  trx: Knex.Transaction,
  caseId: string,
  all: CustodianKeyInForce[],
): Promise<void> {
  const current: CaseRecord = await trx('procedures.cases').where({ id: caseId }).forUpdate().first();
  const keys = all.filter((key) => mayHold(key, withinOf(current)));
  if (keys.length === 0) return;
  const taken = await trx('procedures.sealing_due').where({ case_id: caseId }).delete();
  if (taken === 0) return;
  const { manifest } = (await platform.library.load(current.tenant_id, current.package_id, current.package_version))
    .read;
  const attribute = manifest.record.people;
  const store = new RecordStore(platform.strapi);
  const before = await store.read(current.record_type, attribute, current.record_document_id);
  if (!before || !attribute) return;
  const parameters = await effectiveParameters(trx, current.tenant_id, manifest, platform.clock.now());
  const context = feelContext({ record: before.record, parameters, tenantId: current.tenant_id, case: current });
  const protection = protectionOf(manifest, context);
  // Protection was taken back before there was a key: nothing is sealed against the person's own wish.
  if (!protection) return;

  const { [attribute]: _people, ...record } = before.record;
  const actions: ActionRecord[] = await trx('procedures.actions').where({ case_id: caseId });
  const events: { id: string; data: unknown; late_reason: string | null }[] = await trx('procedures.business_events')
    .where({ case_id: caseId })
    .select('id', 'data', 'late_reason');
  // What somebody typed into a correction is told as an event's own data is.
  const corrections: Correction[] = await trx('procedures.event_corrections').where({ case_id: caseId });
  const drafts: { task_id: string; person_id: string; values: Record<string, unknown> }[] = await trx(
    'procedures.task_drafts',
  )
    .whereIn('task_id', trx('procedures.tasks').where({ case_id: caseId }).select('id'))
    .select('task_id', 'person_id', 'values');
  const last = await trx('procedures.sealed_identities').where({ case_id: caseId }).max('number as last').first();
  const sealed = sealPeople({
    tenantId: current.tenant_id,
    protection,
    people: before.people,
    keys,
    firstNumber: Number(last?.last ?? 0) + 1,
    texts: {
      record,
      facts: current.facts,
      actions: actions.map((action) => clearAction(action, attribute, protection)),
      events: [...events, ...corrections.map(asEvent)],
      drafts: drafts.map((draft) => ({ ...draft, values: withoutPeople(draft.values, attribute, protection) })),
    },
  });
  await store.update(
    current.record_type,
    attribute,
    current.record_document_id,
    changedOf(record, sealed.texts.record),
    sealed.people.filter((person) => sealed.sealings.some((sealing) => sealing.id === person.sealedIdentity)),
    current.tenant_id,
  );
  await trx('procedures.cases')
    .where({ id: caseId })
    .update({ facts: JSON.stringify(sealed.texts.facts) });
  for (const { id, payload, late_reason } of sealed.texts.actions) {
    await trx('procedures.actions')
      .where({ id })
      .update({ payload: JSON.stringify(payload), late_reason });
  }
  for (const { id, data, late_reason } of sealed.texts.events) {
    if (corrections.some((one) => one.id === id)) {
      const { task, decision } = data as ReturnType<typeof asEvent>['data'];
      await trx('procedures.event_corrections')
        .where({ id })
        .update({ task: JSON.stringify(task), reason: late_reason ?? '', decision_reason: decision });
      continue;
    }
    await trx('procedures.business_events')
      .where({ id })
      .update({ data: JSON.stringify(data), late_reason });
  }
  for (const { task_id, person_id, values } of sealed.texts.drafts) {
    await trx('procedures.task_drafts')
      .where({ task_id, person_id })
      .update({ values: JSON.stringify(values) });
  }
  const at = platform.clock.now();
  const { sealings } = sealed;
  await writeSealings(trx, { tenantId: current.tenant_id, caseId, at, sealings, isDue: false });
  await writeAudit(trx, {
    tenantId: current.tenant_id,
    at,
    actor: null,
    action: 'identity.seal',
    subjectType: 'case',
    subjectId: caseId,
    detail: { identities: sealings.map((sealing) => sealing.id), keys: keys.map((key) => key.id) },
  });
}

/** An act that is settled needs its people no more: they are on the record. */
function clearAction({ id, payload, late_reason }: ActionRecord, attribute: string, protection: Protection) {
  return {
    id,
    late_reason,
    payload: { ...payload, people: null, values: withoutPeople(payload.values, attribute, protection) },
  };
}

function changedOf(before: Record<string, unknown>, after: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => value !== before[name] && name !== 'id'));
}

type Correction = Pick<CorrectionRecord, 'id' | 'task' | 'reason' | 'decision_reason'>;

const asEvent = ({ id, task, reason, decision_reason }: Correction) => ({
  id,
  data: { task, decision: decision_reason },
  late_reason: reason,
});
