// Owns the plots: flow by week (from the counters of task_days), age of what is open by stage, load by unit and person.
import { AGE_BANDS, type BoardPlots, type Figure, type Load, PLOT_WEEKS } from '../../../shared/boards-contract';
import { boardUnits } from '../policy/board-scope';
import { decide } from '../policy/decide';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import { inBand, openTasks, viewOf } from '../tasks/task-conditions';
import type { Moment } from '../tasks/task-sql';
import type { Actor } from '../tenants/actor';
import { stateWords } from '../views/case-title';
import { type BoardDays, boardDays, range } from './board-days';
import { countedDays } from './done-figures';
import { taskFigure } from './figure';
import { namedUnits } from './unit-heads';

type Query = Record<string, string | undefined>;
interface Bands {
  id: string;
  unit: string;
  name: string | null;
  ok: number;
  amber: number;
  overdue: number;
  none: number;
}

export async function readPlots(platform: Platform, actor: Actor, query: Query): Promise<BoardPlots> {
  requireAllowed(decide(actor, 'board.read', { tenantId: actor.tenantId }));
  const given = query.unit || null;
  const codes = boardUnits(actor);
  // A unit that is not on the person's board is not told apart from one that is none.
  if (given && !codes.includes(given)) requireAllowed(NOT_FOUND);
  const weeks = PLOT_WEEKS.find((count) => String(count) === query.weeks) ?? 8;
  const now = platform.clock.now();
  const moment = { now, tenantId: actor.tenantId };
  const days = await boardDays(platform.knex, actor.tenantId, now);
  const shown = given ? [given] : codes;
  const [flow, ageing, units, people] = await Promise.all([
    flowOf(platform, actor, weeks, given, days),
    ageingOf(platform, actor, given, days),
    loadOf(platform, actor, moment, shown, 'given_unit'),
    loadOf(
      platform,
      actor,
      moment,
      shown.filter((unit) => actor.headOf.includes(unit)),
      'assignee',
    ),
  ]);
  const names = await namedUnits(platform.knex, actor.tenantId, shown, now);
  return {
    flow,
    ageing,
    units: names.map(({ code, name }) =>
      loadRow({ given: code }, units.find(({ id }) => id === code) ?? { ...EMPTY, id: code }, name),
    ),
    people: people.map((row) => loadRow({ given: row.unit, assignee: row.id }, row, row.name ?? '')),
  };
}

const EMPTY: Bands = { id: '', unit: '', name: null, ok: 0, amber: 0, overdue: 0, none: 0 };

async function flowOf(
  { knex }: Platform,
  actor: Actor,
  weeks: number,
  given: string | null,
  days: BoardDays,
): Promise<BoardPlots['flow']> {
  const counters = countedDays(knex, actor, days.monday(1 - weeks), days.today);
  if (given) counters.where('d.unit', given);
  const rows: { week: string; opened: number; done: number }[] = await counters
    .groupByRaw("date_trunc('week', d.day)")
    .select(
      knex.raw("date_trunc('week', d.day)::date::text as week"),
      knex.raw('sum(d.opened)::int as opened'),
      knex.raw('sum(d.completed)::int as done'),
    );
  return Array.from({ length: weeks }, (_, at) => {
    const from = days.monday(1 - weeks + at);
    const to = lastOf(days, 1 - weeks + at);
    const row = rows.find(({ week }) => week === from);
    return {
      from,
      to,
      opened: taskFigure(row?.opened, { given, status: 'any', opened: range(from, to) }),
      done: taskFigure(row?.done, { given, status: 'done', done: range(from, to) }),
    };
  });
}

/** Sunday of the week. */
function lastOf(days: BoardDays, week: number): string {
  const next = new Date(`${days.monday(week + 1)}T00:00:00Z`);
  return new Date(next.getTime() - 86_400_000).toISOString().slice(0, 10);
}

async function ageingOf(
  platform: Platform,
  actor: Actor,
  given: string | null,
  days: BoardDays,
): Promise<BoardPlots['ageing']> {
  const { knex } = platform;
  const scope = viewOf(actor, 'board');
  // Joined once: as a subquery of each band it would be asked five times a task, and cost more than all the rest.
  const age = '(?::date - (tasks.opened_at at time zone z.time_zone)::date)';
  const band = AGE_BANDS.map(([from, to], at) => {
    const within = to === null ? `${age} >= ${from}` : `${age} between ${from} and ${to}`;
    return knex.raw(`count(*) filter (where ${within})::int as band_${at}`, [days.today]);
  });
  const counted = openTasks(knex, actor)
    .join('procedures.tenants as z', 'z.id', 'tasks.tenant_id')
    .whereRaw(scope.sql, scope.bindings);
  if (given) counted.where('tasks.given_unit', given);
  const rows: Record<string, string | number>[] = await counted
    .groupBy('tasks.case_state')
    .orderByRaw('count(*) desc, tasks.case_state')
    .select('tasks.case_state as stage', ...band);
  const packages = await platform.library.allActive(actor.tenantId);
  return rows.map((row) => {
    const stage = String(row.stage ?? '');
    const bands = AGE_BANDS.map(([from, to], at): Figure => {
      const opened = range(to === null ? null : days.after(-to), from === 0 ? null : days.after(-from));
      return taskFigure(row[`band_${at}`], { given, state: stage, opened });
    });
    return { stage, title: stateWords(packages, stage), bands };
  });
}

async function loadOf(
  { knex }: Platform,
  actor: Actor,
  moment: Moment,
  units: readonly string[],
  by: 'given_unit' | 'assignee',
): Promise<Bands[]> {
  if (units.length === 0) return [];
  const scope = viewOf(actor, 'board');
  const counted = (['ok', 'amber', 'overdue', 'none'] as const).map((name) => {
    const { sql, bindings } = inBand(name, moment);
    return knex.raw(`count(*) filter (where ${sql})::int as ??`, [...bindings, name]);
  });
  return openTasks(knex, actor)
    .whereRaw(scope.sql, scope.bindings)
    .whereRaw('tasks.given_unit = any(?::text[])', [[...units]])
    .leftJoin('procedures.people as p', 'p.id', 'tasks.assignee')
    .groupByRaw(by === 'assignee' ? 'tasks.given_unit, tasks.assignee, p.full_name' : 'tasks.given_unit')
    .orderByRaw('count(*) desc')
    .select(
      'tasks.given_unit as unit',
      knex.raw(by === 'assignee' ? "coalesce(tasks.assignee::text, 'none') as id" : 'tasks.given_unit as id'),
      knex.raw(by === 'assignee' ? 'p.full_name as name' : 'null as name'),
      ...counted,
    );
}

const loadRow = (query: Record<string, string | undefined>, row: Bands, name: string): Load => ({
  id: row.id,
  name,
  overdue: taskFigure(row.overdue, { ...query, clock: 'overdue' }),
  amber: taskFigure(row.amber, { ...query, clock: 'amber' }),
  ok: taskFigure(row.ok, { ...query, clock: 'ok' }),
  none: taskFigure(row.none, { ...query, clock: 'none' }),
});
