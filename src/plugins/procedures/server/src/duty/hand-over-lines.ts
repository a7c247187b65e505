// Owns what stands on a hand-over list: alarms that run, cases that wait for something to be done in the unit, terms that
// turn red before the end of the next shift; all of them, for what a list leaves out nobody answers for. Titles are those of lists, which name nobody; rights are those of the giver.
import type { Knex } from 'knex';
import type { HandOverLine } from '../../../shared/duty-contract';
import { runningOf } from '../alarms/alarm-views';
import { scopeCases } from '../policy/case-scope';
import type { Platform } from '../runtime/platform';
import type { ClockRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { clockViews } from '../views/clock-view';

interface OpenCase {
  id: string;
  book_no: string | null;
  title: string | null;
  tasks: string[];
  due_at: Date | null;
}

export async function handOverLines(
  platform: Platform,
  actor: Actor,
  unit: string,
  until: Date,
): Promise<HandOverLine[]> {
  const now = platform.clock.now();
  const [alarms, cases, clocks] = [
    await alarmLines(platform.knex, actor, unit),
    await caseLines(platform, actor, unit, now),
    await clockLines(platform.knex, actor, unit, now, until),
  ];
  return [...alarms, ...cases, ...clocks];
}

async function alarmLines(knex: Knex, actor: Actor, unit: string): Promise<HandOverLine[]> {
  const alarms = await runningOf(knex, actor, unit, null);
  return alarms.map((alarm) => ({
    key: `alarm:${alarm.id}`,
    section: 'ALARMS',
    caseId: alarm.caseId,
    bookNo: alarm.bookNo,
    title: alarm.title.vi,
    about: alarm.acknowledged
      ? { vi: `Đã nhận: ${alarm.acknowledged.by}`, en: `Acknowledged by ${alarm.acknowledged.by}` }
      : { vi: 'Đang đổ chuông, chưa ai nhận', en: 'Ringing, acknowledged by nobody' },
    at: alarm.raisedAt,
    overdue: !alarm.acknowledged,
    remark: '',
  }));
}

async function caseLines(
  { knex, library }: Pick<Platform, 'knex' | 'library'>,
  actor: Actor,
  unit: string,
  now: Date,
): Promise<HandOverLine[]> {
  const rows: (OpenCase & { package_id: string; package_version: string })[] = await scopeCases(
    knex('procedures.cases as cases'),
    actor,
    'content',
  )
    .join('procedures.tasks as task', 'task.case_id', 'cases.id')
    .where({ 'cases.handling_unit': unit, 'task.state': 'OPEN' })
    .whereRaw('exists (select 1 from unnest(task.candidate_groups) g where g like ?)', [`${unit}/%`])
    .groupBy('cases.id')
    .orderByRaw('min(task.due_at) nulls last, cases.received_at')
    .select(
      'cases.id',
      'cases.book_no',
      'cases.title',
      'cases.package_id',
      'cases.package_version',
      knex.raw('array_agg(task.title order by task.due_at nulls last, task.title) as tasks'),
      knex.raw('min(task.due_at) as due_at'),
    );
  const lines: HandOverLine[] = [];
  for (const row of rows) {
    const published = await library.load(actor.tenantId, row.package_id, row.package_version);
    const waits = row.tasks.join('; ');
    lines.push({
      key: `case:${row.id}`,
      section: 'CASES',
      caseId: row.id,
      bookNo: row.book_no,
      title: row.title ?? published.read.manifest.title.vi,
      about: { vi: waits, en: waits },
      at: row.due_at?.toISOString() ?? null,
      overdue: row.due_at !== null && row.due_at < now,
      remark: '',
    });
  }
  return lines;
}

/** Running terms of a unit that are due before `until`, with the case that each is of. */
function clocksBefore(knex: Knex, actor: Actor, unit: string, until: Date): Knex.QueryBuilder {
  return scopeCases(knex('procedures.cases as cases'), actor, 'content')
    .join('procedures.clocks as clock', 'clock.case_id', 'cases.id')
    .where({ 'clock.owner': unit, 'clock.state': 'RUNNING', 'clock.tracking': 'ENFORCED' })
    .where('clock.tenant_id', actor.tenantId)
    .where('clock.due_at', '<', until);
}

async function clockLines(knex: Knex, actor: Actor, unit: string, now: Date, until: Date): Promise<HandOverLine[]> {
  const rows: (ClockRecord & { book_no: string | null; case_title: string | null })[] = await clocksBefore(
    knex,
    actor,
    unit,
    until,
  )
    .orderBy('clock.due_at')
    .select('clock.*', 'cases.book_no', 'cases.title as case_title');
  const views = await clockViews(knex, rows, now);
  return rows.map((row) => ({
    key: `clock:${row.id}`,
    section: 'CLOCKS',
    caseId: row.case_id,
    bookNo: row.book_no,
    title: row.case_title ?? '',
    about: views.find((one) => one.id === row.id)?.title ?? { vi: row.rule, en: row.rule },
    at: row.due_at.toISOString(),
    overdue: row.due_at < now,
    remark: '',
  }));
}
