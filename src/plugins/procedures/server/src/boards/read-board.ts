// Owns the leader's board: a row a unit with its head, what is stuck and why, what falls due, who has not answered.
import {
  type Board,
  type BoardUnit,
  type HeadRecord,
  ON_TIME_DAYS,
  type OnTime,
} from '../../../shared/boards-contract';
import { STUCK_REASONS } from '../../../shared/task-list-contract';
import { boardUnits, pressedUnits } from '../policy/board-scope';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { unansweredReminders } from '../reminders/list-reminders';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { type BoardDays, boardDays, range } from './board-days';
import { caseFigures } from './case-figures';
import { type DoneOfHead, doneByHead } from './done-figures';
import { caseFigure, taskFigure } from './figure';
import { openFigures } from './open-figures';
import { stuckList } from './stuck-list';
import { type NamedUnit, namedUnits } from './unit-heads';

const [SHORT, LONG] = ON_TIME_DAYS;
const WEEK = [1, 2, 3, 4, 5, 6, 7];

export async function readBoard(platform: Platform, actor: Actor): Promise<Board> {
  requireAllowed(decide(actor, 'board.read', { tenantId: actor.tenantId }));
  const { knex } = platform;
  const now = platform.clock.now();
  const moment = { now, tenantId: actor.tenantId };
  const codes = boardUnits(actor);
  const days = await boardDays(knex, actor.tenantId, now);
  const [units, open, done, cases, unanswered] = await Promise.all([
    namedUnits(knex, actor.tenantId, codes, now),
    openFigures(platform, actor, moment),
    doneByHead(knex, actor, days.after(1 - LONG), days.after(1 - SHORT), days.today),
    caseFigures(knex, actor, codes),
    unansweredReminders(platform, actor),
  ]);
  const presses = pressedUnits(actor);
  const row = (named: NamedUnit): BoardUnit => {
    const own = open.units.find(({ unit }) => unit === named.code);
    const ofCases = cases.find(({ unit }) => unit === named.code);
    const given = named.code;
    return {
      unit: named.code,
      name: named.name,
      head: named.head,
      open: taskFigure(own?.open, { given }),
      ok: taskFigure(own?.ok, { given, clock: 'ok' }),
      amber: taskFigure(own?.amber, { given, clock: 'amber' }),
      overdue: taskFigure(own?.overdue, { given, clock: 'overdue' }),
      none: taskFigure(own?.none, { given, clock: 'none' }),
      unclaimed: taskFigure(own?.unclaimed, { given, assignee: 'none' }),
      stuck: taskFigure(own?.stuck, { given, stuck: 'any' }),
      oldest: own ? { openedAt: new Date(own.oldest_at).toISOString(), caseId: own.oldest_case } : null,
      cases: caseFigure(ofCases?.alive, { unit: given, life: 'open' }),
      waiting: caseFigure(ofCases?.waiting, { unit: given, life: 'waiting' }),
      records: recordsOf(named, done, days),
      mayPress: presses.includes(named.code),
    };
  };
  return {
    at: now.toISOString(),
    today: taskFigure(open.today, { clock: 'today' }),
    week: WEEK.map((ahead) => {
      const day = days.after(ahead);
      return { day, figure: taskFigure(open.days[day], { due: range(day, day) }) };
    }),
    units: units.map(row),
    stuck: {
      total: taskFigure(open.stuck, { stuck: 'any' }),
      reasons: STUCK_REASONS.map((reason) => ({
        reason,
        figure: taskFigure(open.reasons[reason], { stuck: reason }),
      })).filter(({ figure }) => figure.value > 0),
      items: await stuckList(platform, actor, open.items, units),
    },
    unanswered,
  };
}

/** Who leads now comes first, also with nothing done yet. */
function recordsOf(unit: NamedUnit, done: DoneOfHead[], days: BoardDays): HeadRecord[] {
  const ofUnit = done.filter((one) => one.unit === unit.code);
  const now = unit.head?.id ?? null;
  const earlier = ofUnit.filter(({ head_id }) => head_id !== now);
  const record = (head: HeadRecord['head'], sums: DoneOfHead | undefined): HeadRecord => ({
    head,
    isNow: (head?.id ?? null) === now,
    onTime: ON_TIME_DAYS.map((span) => onTimeOf(span, unit.code, head?.id ?? 'none', sums, days)),
  });
  return [
    record(
      unit.head && { id: unit.head.id, name: unit.head.name },
      ofUnit.find(({ head_id }) => head_id === now),
    ),
    ...earlier.map((sums) => record(sums.head_id ? { id: sums.head_id, name: sums.name ?? '' } : null, sums)),
  ];
}

function onTimeOf(
  span: OnTime['days'],
  given: string,
  head: string,
  sums: DoneOfHead | undefined,
  days: BoardDays,
): OnTime {
  const query = { status: 'done', given, head, done: range(days.after(1 - span), days.today) };
  const [done, onTime, withTerm] =
    span === SHORT
      ? [sums?.short_done, sums?.short_on_time, sums?.short_term]
      : [sums?.done, sums?.on_time, sums?.with_term];
  return {
    days: span,
    done: taskFigure(done, query),
    onTime: taskFigure(onTime, { ...query, clock: 'ok' }),
    late: taskFigure((withTerm ?? 0) - (onTime ?? 0), { ...query, clock: 'overdue' }),
  };
}
