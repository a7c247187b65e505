// Owns how often each step was done in a period, how long it took and where people were late, for the drawing. Read by an
// index over ends, so that a period costs what happened in it. Counts only: no case can be told from them.
import type { HeatElement, HeatView } from '../../../shared/operations-contract';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { modelUrl } from '../views/model-url';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 400;

interface HeatQuery {
  package?: string;
  version?: string;
  from?: string;
  to?: string;
}

/** What the engine calls the version that is looked at: everything below is of it alone. */
const DEFINITIONS = `
  with defs as (
    select p.engine_id, p.process_definition_key from procedures.deployed_ids d
      join procedures.deployed_processes p on p.engine_id = d.engine_id and p.bpmn_process_id = d.deployed_id
       and (d.engine_version is null or p.version = d.engine_version)
     where d.kind = 'process' and d.tenant_id = :tenant and d.package_id = :package and d.version = :version)`;

const DONE = `${DEFINITIONS}
  select e.element_id, count(*)::int as count,
         percentile_cont(0.5) within group (order by extract(epoch from e.ended_at - e.started_at) / 60) as median,
         percentile_cont(0.9) within group (order by extract(epoch from e.ended_at - e.started_at) / 60) as slow
    from defs join procedures.element_instances e
      on e.engine_id = defs.engine_id and e.process_definition_key = defs.process_definition_key
   where e.ended_at >= :from and e.ended_at < :to and e.element_type <> 'SEQUENCE_FLOW' and e.state = 'COMPLETED'
   group by 1`;

const LATE = `${DEFINITIONS}
  select t.element_id, count(*)::int as count
    from procedures.tasks t
    join procedures.element_instances e
      on e.engine_id = t.engine_id and e.element_instance_key = t.element_instance_key
    join defs on defs.engine_id = e.engine_id and defs.process_definition_key = e.process_definition_key
   where t.tenant_id = :tenant and t.package_id = :package and (
         (t.state = 'COMPLETED' and t.completed_at >= :from and t.completed_at < :to and t.completed_at > t.due_at)
      or (t.state = 'OPEN' and t.due_at >= :from and t.due_at < least(:to::timestamptz, :now::timestamptz)))
   group by 1`;

export async function readHeat(platform: Platform, actor: Actor, query: HeatQuery): Promise<HeatView> {
  const { from, to } = periodOf(query, platform.clock.now());
  const active = await platform.library.active(actor.tenantId, query.package ?? '');
  const version = query.version || active.read.version;
  const published = await platform.library.load(actor.tenantId, active.read.id, version);
  const bindings = { tenant: actor.tenantId, package: active.read.id, version, from, to, now: platform.clock.now() };
  const [done, late] = await Promise.all([
    platform.knex.raw(DONE, bindings) as Promise<{
      rows: { element_id: string; count: number; median: number; slow: number }[];
    }>,
    platform.knex.raw(LATE, bindings) as Promise<{ rows: { element_id: string; count: number }[] }>,
  ]);
  const lateOf = new Map(late.rows.map((row) => [row.element_id, row.count]));
  const ids = new Set([...done.rows.map((row) => row.element_id), ...lateOf.keys()]);
  const elements = [...ids].flatMap((elementId): HeatElement[] => {
    // What only the deployed model has (landing pads) is not on the drawing.
    const title = published.titles.get(elementId);
    const row = done.rows.find((one) => one.element_id === elementId);
    if (title === undefined) return [];
    return [
      {
        elementId,
        title,
        count: row?.count ?? 0,
        medianMinutes: round(row?.median),
        slowMinutes: round(row?.slow),
        overdue: lateOf.get(elementId) ?? 0,
      },
    ];
  });
  return {
    packageId: active.read.id,
    version,
    modelUrl: modelUrl(published),
    from: from.toISOString(),
    to: to.toISOString(),
    elements: elements.sort((a, b) => b.count - a.count),
  };
}

const round = (minutes: number | undefined): number => Math.round((minutes ?? 0) * 10) / 10;

/** Whole days of the address; left out: the last thirty. */
function periodOf({ from, to }: HeatQuery, now: Date): { from: Date; to: Date } {
  const end = to ? new Date(to) : now;
  const begin = from ? new Date(from) : new Date(end.getTime() - 30 * DAY_MS);
  const days = (end.getTime() - begin.getTime()) / DAY_MS;
  if (days > 0 && days <= LONGEST_DAYS) return { from: begin, to: end };
  throw new ProblemError({
    code: 'PERIOD_REFUSED',
    status: 422,
    vi: `Khoảng thời gian phải có ngày đầu trước ngày cuối và dài nhất ${LONGEST_DAYS} ngày.`,
    en: `Expected a period that begins before it ends and is at most ${LONGEST_DAYS} days long.`,
  });
}
