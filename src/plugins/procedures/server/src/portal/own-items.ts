// Owns what a unit that handed something over may follow: number, state in words, when it was handed over and acknowledged,
// the result; no names and no content. Another unit's item does not exist.

import type { LocalText } from '../packages/types';
import { scopeCases } from '../policy/case-scope';
import { decide } from '../policy/decide';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import { caseSubject } from '../policy/subjects';
import type { Platform } from '../runtime/platform';
import type { CaseRecord, TaskRecord } from '../storage/rows';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';
import { outcomeTitle, stateTitle } from '../views/case-title';

export interface OwnItem {
  readonly id: string;
  readonly bookNo: string | null;
  readonly state: LocalText | null;
  readonly outcome: LocalText | null;
  readonly handedOverAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly changedAt: Date;
  readonly unit: string | null;
  readonly openTasks: number;
}

const PAGE = 30;

export async function ownItems(
  platform: Platform,
  actor: Actor,
  page: number,
): Promise<{ items: OwnItem[]; hasMore: boolean }> {
  const cases: CaseRecord[] = await scopeCases(platform.knex('procedures.cases as cases'), actor, 'status')
    .whereIn('cases.origin_unit', [...actor.units])
    .select('cases.*')
    .orderBy([{ column: 'cases.received_at', order: 'desc' }, { column: 'cases.id' }])
    .limit(PAGE + 1)
    .offset((page - 1) * PAGE);
  return { items: await itemsOf(platform, actor, cases.slice(0, PAGE)), hasMore: cases.length > PAGE };
}

export async function ownItem(
  platform: Platform,
  actor: Actor,
  id: string,
): Promise<{ item: OwnItem; current: CaseRecord; tasks: TaskRecord[] }> {
  const current: CaseRecord | undefined = UUID.test(id)
    ? await platform.knex('procedures.cases').where({ id, tenant_id: actor.tenantId }).first()
    : undefined;
  if (!current?.origin_unit || !actor.units.includes(current.origin_unit)) return requireAllowed(NOT_FOUND);
  if (!decide(actor, 'case.read', caseSubject(current)).allowed) requireAllowed(NOT_FOUND);
  const [item] = await itemsOf(platform, actor, [current]);
  const tasks: TaskRecord[] = await openTasks(platform, actor, [current.id]).select('*').orderBy('opened_at');
  return { item: item as OwnItem, current, tasks };
}

/** Tasks that the person's own groups are asked to do. */
const openTasks = (platform: Platform, actor: Actor, caseIds: readonly string[]) =>
  platform
    .knex('procedures.tasks')
    .whereIn('case_id', [...caseIds])
    .where({ state: 'OPEN' })
    .whereRaw('candidate_groups && ?::text[]', [[...actor.groups]])
    .where((mine) => mine.whereNull('assignee').orWhere('assignee', actor.personId));

async function itemsOf(platform: Platform, actor: Actor, cases: readonly CaseRecord[]): Promise<OwnItem[]> {
  if (cases.length === 0) return [];
  const ids = cases.map((one) => one.id);
  const units: { code: string; name: string }[] = await platform
    .knex('procedures.units')
    .where({ tenant_id: actor.tenantId })
    .select('code', 'name');
  const events: { case_id: string; code: string; business_at: Date }[] = await platform
    .knex('procedures.business_events')
    .whereIn('case_id', ids)
    .whereNotExists(
      platform
        .knex('procedures.event_corrections')
        .where('state', 'IN_FORCE')
        .whereRaw('event_id = business_events.id')
        .select(platform.knex.raw('1')),
    )
    .orderBy('seq')
    .select('case_id', 'code', 'business_at');
  const tasks: { case_id: string }[] = await openTasks(platform, actor, ids).select('case_id');
  return Promise.all(
    cases.map(async (current) => {
      const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
      const codes = new Set(
        published.read.manifest.starts
          .flatMap((start) => start.outside ?? [])
          .flatMap((one) => one.acknowledgedBy ?? []),
      );
      return {
        id: current.id,
        bookNo: current.book_no,
        state: stateTitle(published, current.state),
        outcome: outcomeTitle(published, current.outcome),
        handedOverAt: current.received_at,
        acknowledgedAt:
          events.find((event) => event.case_id === current.id && codes.has(event.code))?.business_at ?? null,
        changedAt: current.updated_at,
        unit: units.find((unit) => unit.code === current.handling_unit)?.name ?? null,
        openTasks: tasks.filter((task) => task.case_id === current.id).length,
      };
    }),
  );
}
