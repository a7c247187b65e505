// Owns the list of cases that a person may know of: rights are part of the query, for rows and for figures.
import type { Knex } from 'knex';
import type { CaseList } from '../../../shared/contracts';
import { scopeCases } from '../policy/case-scope';
import type { Platform } from '../runtime/platform';
import { pageOf } from '../storage/page-of';
import type { CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { instantOf } from '../time/instant-of';
import { caseRows } from '../views/case-rows';
import { stateTitle } from '../views/case-title';
import { aliveCases, narrowByWords, waitingCase } from './case-conditions';
import { CLOCK_FILTERS, narrowClocks } from './clock-filter';

const MAX_PAGE = 100;

export async function listCases(
  platform: Platform,
  actor: Actor,
  query: Record<string, string | undefined>,
): Promise<CaseList> {
  const page = pageOf(query.page);
  const pageSize = Math.min(MAX_PAGE, Math.max(1, Math.floor(Number(query.pageSize)) || 30));
  const scoped = () => narrowed(visible(platform.knex, actor), query, platform.knex, platform.clock.now());
  const cases: CaseRecord[] = await scoped()
    .select('cases.*')
    .orderBy('received_at', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const states: StateFigure[] = await figures(platform.knex, actor)
    .select('state', 'package_id', 'package_version')
    .groupBy('state', 'package_id', 'package_version')
    .having(platform.knex.raw('sum(n)'), '>', 0)
    .orderBy(['state', 'package_id', 'package_version']);
  const shown = new Map<string, { code: string; title: { vi: string; en: string }; count: number }>();
  for (const row of states) {
    const published = await platform.library.load(actor.tenantId, row.package_id, row.package_version);
    const known = shown.get(row.state) ?? {
      code: row.state,
      title: stateTitle(published, row.state) ?? { vi: row.state, en: row.state },
      count: 0,
    };
    shown.set(row.state, { ...known, count: known.count + Number(row.n) });
  }
  const total = isNarrowed(query) ? await countOf(scoped()) : await sumOf(platform.knex, actor, query);
  return { items: await caseRows(platform, actor, cases), total, states: [...shown.values()] };
}

interface StateFigure {
  state: string;
  package_id: string;
  package_version: string;
  n: string;
}

/** By more than the figures know of. */
const isNarrowed = ({ life, receivedFrom, clock, owner, q }: Record<string, string | undefined>) =>
  [life, receivedFrom, clock && owner, q?.trim()].some(Boolean);

async function countOf(rows: Knex.QueryBuilder): Promise<number> {
  const [{ n }] = await rows.count('* as n');
  return Number(n);
}

/** Sums that triggers keep (database/migrations/0039_case_changes.sql): closed history costs nothing. */
const figures = (knex: Knex, actor: Actor): Knex.QueryBuilder =>
  scopeCases(knex('procedures.case_figures as cases'), actor, 'status').sum('n as n');

async function sumOf(knex: Knex, actor: Actor, { state, unit }: Record<string, string | undefined>): Promise<number> {
  const sums = figures(knex, actor);
  if (state) sums.where({ state });
  if (unit) sums.where({ handling_unit: unit });
  const [{ n }] = await sums;
  return Number(n ?? 0);
}

/** Whoever has any access to a case may know that it exists. */
function visible(knex: Knex, actor: Actor): Knex.QueryBuilder {
  return scopeCases(knex('procedures.cases as cases'), actor, 'status');
}

function narrowed(
  builder: Knex.QueryBuilder,
  query: Record<string, string | undefined>,
  knex: Knex,
  now: Date,
): Knex.QueryBuilder {
  if (query.state) builder.where('cases.state', query.state);
  if (query.unit) builder.where('cases.handling_unit', query.unit);
  if (query.life === 'open' || query.life === 'waiting') builder.whereRaw(aliveCases);
  if (query.life === 'waiting') builder.whereRaw(waitingCase);
  narrowByDesk(builder, query, knex, now);
  return narrowByWords(builder, query.q);
}

/** What the figures of a desk's board lead to. */
function narrowByDesk(
  builder: Knex.QueryBuilder,
  query: Record<string, string | undefined>,
  knex: Knex,
  now: Date,
): void {
  const from = instantOf(query.receivedFrom);
  if (from) builder.where('cases.received_at', '>=', from);
  const filter = CLOCK_FILTERS.find((one) => one === query.clock);
  if (!filter || !query.owner) return;
  const clocks = knex('procedures.clocks as clock').whereRaw('clock.case_id = cases.id').select(knex.raw('1'));
  builder.whereExists(narrowClocks(clocks, query.owner, filter, now, instantOf(query.until) ?? now));
}
