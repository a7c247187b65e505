// Owns what a document may say of a case: the FEEL context of its mapping. People whose identity is protected are
// masked for everybody, also for who may open the identity: a document leaves the house, so a redacted one is the only kind.
import { caseContext } from '../cases/case-context';
import { maskPersons } from '../policy/mask-persons';
import { caseSubject } from '../policy/subjects';
import type { PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import type { BusinessEventRecord, CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';

export interface CaseFacts {
  readonly context: Record<string, unknown>;
  /** The record with masked people. */
  readonly record: Record<string, unknown>;
  readonly people: Record<string, unknown>[];
}

export async function documentContext(
  platform: Platform,
  actor: Actor,
  current: CaseRecord,
  published: PublishedPackage,
): Promise<CaseFacts> {
  const { knex } = platform;
  const base = await caseContext(platform, current, published);
  const attribute = published.read.manifest.record.people;
  const isProtected = base.record.identityProtection === true || base.people.some((person) => person.sealed === true);
  const people = maskPersons(
    actor,
    { ...caseSubject(current), ...(attribute ? { identityProtection: isProtected } : {}) },
    base.people,
  ) as Record<string, unknown>[];
  const record = attribute ? { ...base.record, [attribute]: people } : base.record;
  const units: { code: string; name: string }[] = await knex('procedures.units').where({
    tenant_id: current.tenant_id,
  });
  const names = Object.fromEntries(units.map((unit) => [unit.code, unit.name]));
  const tenant: { id: string; name: string } = await knex('procedures.tenants')
    .where({ id: current.tenant_id })
    .first();
  const context = {
    ...base.context,
    record,
    case: {
      ...(base.context.case as object),
      bookNo: current.book_no,
      receiptCode: current.receipt_code,
      outcome: current.outcome,
      outcomeGround: current.outcome_ground,
      receivedAt: current.received_at.toISOString(),
      handlingUnitName: names[current.handling_unit] ?? current.handling_unit,
      originUnitName: current.origin_unit ? (names[current.origin_unit] ?? current.origin_unit) : null,
    },
    tenant: { id: tenant.id, name: tenant.name },
    units: names,
    events: await eventsOf(platform, current.id),
    file: null,
  };
  return { context, record, people };
}

/** The last event of each code: when, by whom, and what was entered. */
async function eventsOf(platform: Platform, caseId: string): Promise<Record<string, unknown>> {
  const rows: (BusinessEventRecord & { full_name: string | null })[] = await platform
    .knex('procedures.business_events as e')
    .leftJoin('procedures.people as who', 'who.id', 'e.person_id')
    .where('e.case_id', caseId)
    .orderBy('e.seq')
    .select('e.*', 'who.full_name');
  return Object.fromEntries(
    rows.map((row) => [
      row.code,
      {
        at: row.business_at.toISOString(),
        person: row.full_name,
        task: (row.data as { task?: unknown } | null)?.task ?? {},
      },
    ]),
  );
}
