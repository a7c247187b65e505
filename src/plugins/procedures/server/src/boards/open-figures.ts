// Owns what is open now: figures a unit, what is stuck and why, what falls due on which day. One query, one pass.
import type { StuckReason } from '../../../shared/task-list-contract';
import type { Platform } from '../runtime/platform';
import { stuckIn } from '../tasks/stuck-tasks';
import { inBand, openTasks, viewOf } from '../tasks/task-conditions';
import type { Moment } from '../tasks/task-sql';
import type { Actor } from '../tenants/actor';

export interface OpenOfUnit {
  unit: string;
  open: number;
  ok: number;
  amber: number;
  overdue: number;
  none: number;
  unclaimed: number;
  stuck: number;
  oldest_at: string;
  oldest_case: string;
}
export interface FoundTask {
  id: string;
  findings: { reason: StuckReason; since: string; detail: FoundDetail | null }[];
}
export interface FoundDetail {
  until?: string;
  count?: number;
  unit?: string;
  rule?: { vi: string; en: string };
}
export interface OpenFigures {
  units: OpenOfUnit[];
  reasons: Partial<Record<StuckReason, number>>;
  stuck: number;
  items: FoundTask[];
  today: number;
  days: Record<string, number>;
}

const SHOWN = 30;

// The CTEs are materialised, so that every figure counts the same rows. A counter table for open work would have to be
// moved by time alone, whenever a term passes; for what is done, which time does not move, there is one (task_days).
export async function openFigures(platform: Platform, actor: Actor, moment: Moment): Promise<OpenFigures> {
  const { knex } = platform;
  const scope = viewOf(actor, 'board');
  const found = stuckIn('scoped', moment);
  const bands = (['ok', 'amber', 'overdue', 'none', 'today'] as const).map((band) => inBand(band, moment));
  const [ok, amber, overdue, none, today] = bands.map(({ sql }) => `count(*) filter (where ${sql})::int`);
  const [, , , , todayBand] = bands;
  const { rows } = await knex.raw<{ rows: OpenFigures[] }>(
    `with scoped as materialized (?),
      found as materialized (${found.sql}),
      stuck as materialized (select task_id, min(since) as since from found group by task_id)
    select
      coalesce((select json_agg(u) from (
        select tasks.given_unit as unit, count(*)::int as open, ${ok} as ok, ${amber} as amber, ${overdue} as overdue,
          ${none} as none, count(*) filter (where tasks.assignee is null)::int as unclaimed,
          count(s.task_id)::int as stuck, min(tasks.opened_at) as oldest_at,
          (array_agg(tasks.case_id order by tasks.opened_at))[1] as oldest_case
        from scoped tasks left join stuck s on s.task_id = tasks.id group by tasks.given_unit) u), '[]') as units,
      coalesce((select json_object_agg(reason, n) from (
        select reason, count(distinct task_id)::int as n from found group by reason) r), '{}') as reasons,
      (select count(*)::int from stuck) as stuck,
      coalesce((select json_agg(json_build_object('id', i.task_id, 'findings', (
          select json_agg(json_build_object('reason', f.reason, 'since', f.since, 'detail', f.detail) order by f.since)
          from found f where f.task_id = i.task_id)) order by i.since, i.task_id)
        from (select * from stuck order by since, task_id limit ${SHOWN}) i), '[]') as items,
      (select ${today} from scoped tasks) as today,
      coalesce((select json_object_agg(day, n) from (
        select (tasks.due_at at time zone z.time_zone)::date::text as day, count(*)::int as n
        from scoped tasks join procedures.tenants z on z.id = tasks.tenant_id
        where tasks.due_at > ? and tasks.due_at < ?::timestamptz + interval '9 days' group by 1) d), '{}') as days`,
    [
      openTasks(knex, actor).whereRaw(scope.sql, scope.bindings).select('tasks.*'),
      ...found.bindings,
      ...bands.slice(0, 4).flatMap(({ bindings }) => bindings),
      ...(todayBand?.bindings ?? []),
      moment.now,
      moment.now,
    ] as never,
  );
  return rows[0] as OpenFigures;
}
