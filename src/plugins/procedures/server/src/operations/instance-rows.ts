// Owns the list of instances: filters and pages in SQL, positions of the shown page only.
import type { Knex } from 'knex';
import type { InstanceList, InstanceRow } from '../../../shared/operations-contract';
import { heldCases } from '../moving/move-rows';
import type { Platform } from '../runtime/platform';
import { pageOf } from '../storage/page-of';
import type { CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';

const PAGE_SIZE = 50;
const DAY_MS = 86_400_000;
const LIVES = ['STARTING', 'ACTIVE', 'COMPLETED', 'CANCELLED', 'HELD'];

export type InstanceFilters = Record<string, string | undefined>;

export async function listInstances(platform: Platform, actor: Actor, filters: InstanceFilters): Promise<InstanceList> {
  const { knex, clock } = platform;
  const fitting = () =>
    narrowed(knex('procedures.cases as c').where({ 'c.tenant_id': actor.tenantId }), knex, filters, clock.now());
  const page = pageOf(filters.page);
  const [{ total }] = await fitting().where({ 'c.restricted': false }).count('* as total');
  const [{ restricted }] = await fitting().where({ 'c.restricted': true }).count('* as restricted');
  const cases: CaseRecord[] = await fitting()
    .where({ 'c.restricted': false })
    .orderBy('c.received_at')
    .orderBy('c.id')
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .select('c.*');
  return {
    items: await instanceRows(platform, cases),
    total: Number(total),
    page,
    pageSize: PAGE_SIZE,
    restricted: Number(restricted),
    packages: await packageChoices(platform, actor),
  };
}

function narrowed(query: Knex.QueryBuilder, knex: Knex, filters: InstanceFilters, now: Date): Knex.QueryBuilder {
  const { package: packageId, version, state, element, incident, age } = filters;
  if (packageId) query.where({ 'c.package_id': packageId });
  if (version) query.where({ 'c.package_version': version });
  if (state && LIVES.includes(state)) query.where({ 'c.life': state });
  else query.whereIn('c.life', ['STARTING', 'ACTIVE', 'HELD']);
  if (element) query.whereExists(alive(knex).where({ 'e.element_id': element }));
  if (incident === 'true')
    query.whereExists(
      knex('procedures.case_instances as i')
        .join('procedures.incidents as x', (on) =>
          on.on('x.engine_id', 'i.engine_id').andOn('x.process_instance_key', 'i.process_instance_key'),
        )
        .whereRaw('i.case_id = c.id and x.resolved_at is null'),
    );
  const days = Number(age);
  if (Number.isFinite(days) && days > 0) query.where('c.received_at', '<', new Date(now.getTime() - days * DAY_MS));
  return query;
}

/** Element instances of the case `c` that have not ended. */
const alive = (knex: Knex): Knex.QueryBuilder =>
  knex('procedures.case_instances as i')
    .join('procedures.element_instances as e', (on) =>
      on.on('e.engine_id', 'i.engine_id').andOn('e.process_instance_key', 'i.process_instance_key'),
    )
    .whereRaw('i.case_id = c.id and e.ended_at is null');

/** In the order of `cases`. */
export async function instanceRows(platform: Platform, cases: CaseRecord[]): Promise<InstanceRow[]> {
  const { knex, clock } = platform;
  const ids = cases.map((one) => one.id);
  const standing: { case_id: string; element_id: string }[] = await knex('procedures.case_instances as i')
    .join('procedures.element_instances as e', (on) =>
      on.on('e.engine_id', 'i.engine_id').andOn('e.process_instance_key', 'i.process_instance_key'),
    )
    .whereIn('i.case_id', ids)
    .whereNull('e.ended_at')
    .whereNotIn('e.element_type', ['SUB_PROCESS', 'EVENT_SUB_PROCESS', 'MULTI_INSTANCE_BODY', 'CALL_ACTIVITY'])
    .distinct('i.case_id', 'e.element_id');
  const stuck: { case_id: string; count: string }[] = await knex('procedures.case_instances as i')
    .join('procedures.incidents as x', (on) =>
      on.on('x.engine_id', 'i.engine_id').andOn('x.process_instance_key', 'i.process_instance_key'),
    )
    .whereIn('i.case_id', ids)
    .whereNull('x.resolved_at')
    .groupBy('i.case_id')
    .select('i.case_id')
    .count('* as count');
  const held = new Set<string>(await heldCases(knex).whereIn('case_id', ids).pluck('case_id'));
  const units: { tenant_id: string; code: string; name: string }[] = await knex('procedures.units')
    .whereIn('tenant_id', [...new Set(cases.map((one) => one.tenant_id))])
    .select('tenant_id', 'code', 'name');
  return Promise.all(
    cases.map(async (one) => {
      const published = await platform.library.load(one.tenant_id, one.package_id, one.package_version);
      return {
        caseId: one.id,
        bookNo: one.book_no,
        packageId: one.package_id,
        packageVersion: one.package_version,
        unitName: units.find((unit) => unit.code === one.handling_unit)?.name ?? one.handling_unit,
        startedAt: one.received_at.toISOString(),
        ageDays: Math.max(0, Math.floor((clock.now().getTime() - one.received_at.getTime()) / DAY_MS)),
        life: one.life,
        elements: standing
          .filter((row) => row.case_id === one.id)
          .map((row) => ({ id: row.element_id, title: published.titles.get(row.element_id) ?? row.element_id })),
        incidents: Number(stuck.find((row) => row.case_id === one.id)?.count ?? 0),
        isMoving: held.has(one.id),
      };
    }),
  );
}

async function packageChoices({ knex, library }: Platform, actor: Actor): Promise<InstanceList['packages']> {
  const published = await library.allActive(actor.tenantId);
  const versions: { package_id: string; version: string }[] = await knex('procedures.packages')
    .where({ tenant_id: actor.tenantId })
    .orderBy('published_at', 'desc')
    .select('package_id', 'version');
  return published.map(({ read, titles }) => ({
    id: read.id,
    title: read.manifest.title,
    versions: versions.filter((one) => one.package_id === read.id).map((one) => one.version),
    elements: Object.keys(read.manifest.elements).map((id) => ({ id, title: titles.get(id) ?? id })),
  }));
}
