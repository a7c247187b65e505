// Owns the board of the duty desk: what the officer on duty must see at one glance, each figure with the first of what is
// behind it. Rights are part of every query.
import type { Knex } from 'knex';
import type { CaseRow } from '../../../shared/contracts';
import type { BoardClock, DutyBoard, Figure } from '../../../shared/duty-contract';
import { alarmSettings } from '../alarms/alarm-settings';
import { runningOf } from '../alarms/alarm-views';
import { aliveCases } from '../cases/case-conditions';
import { type ClockFilter, narrowClocks } from '../cases/clock-filter';
import type { LocalText } from '../packages/types';
import { scopeCases } from '../policy/case-scope';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import type { CaseRecord, ClockRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { caseRows } from '../views/case-rows';
import { clockViews } from '../views/clock-view';
import { chooseUnit } from './duty-units';
import { gapsIn } from './gaps';
import { lastHandOver } from './hand-over-views';
import { shiftsIn, spanOf } from './roster';
import { shiftsAround, shiftToHandOver, shiftViews } from './shift-views';

const SHOWN = 6;
const HOUR_MS = 60 * 60 * 1000;
const WITHOUT_ROSTER_MS = 12 * HOUR_MS;
const GAPS_AHEAD_MS = 7 * 24 * HOUR_MS;

export async function dutyBoard(platform: Platform, actor: Actor, asked: string | undefined): Promise<DutyBoard> {
  const { knex, clock } = platform;
  const now = clock.now();
  requireAllowed(decide(actor, 'duty.list', { tenantId: actor.tenantId }));
  const { unit, units } = await chooseUnit(knex, actor, asked);
  const { running, next } = await shiftsAround(knex, actor.tenantId, unit.code, now);
  const since = running?.starts_at ?? new Date(now.getTime() - WITHOUT_ROSTER_MS);
  const until = running?.ends_at ?? new Date(now.getTime() + WITHOUT_ROSTER_MS);
  const view = async (shift: typeof running) => (shift ? ((await shiftViews(knex, [shift], now))[0] ?? null) : null);
  const ahead = { from: now, to: new Date(now.getTime() + GAPS_AHEAD_MS) };
  const planned = await shiftsIn(knex, actor.tenantId, unit.code, ahead);
  const clocks = (filter: ClockFilter) =>
    clockFigure(knex, now, narrowClocks(ownClocks(knex, actor), unit.code, filter, now, until));
  const undone = await view(await shiftToHandOver(knex, actor.tenantId, unit.code, now));
  return {
    unit,
    units,
    now: now.toISOString(),
    shift: await view(running),
    nextShift: await view(next),
    since: since.toISOString(),
    until: until.toISOString(),
    unmanned: running === null && planned.length > 0,
    gaps: (planned.length > 0 ? gapsIn(ahead, planned.map(spanOf)) : []).map((gap) => ({
      from: gap.from.toISOString(),
      to: gap.to.toISOString(),
    })),
    alarms: await runningOf(knex, actor, unit.code),
    came: await figure(platform, actor, ofUnit(knex, actor, unit.code).where('cases.received_at', '>=', since)),
    waiting: await waitingCases(platform, actor, unit.code),
    turnsAmber: await clocks('amber'),
    turnsRed: await clocks('red'),
    overdue: await clocks('overdue'),
    contacts: (await alarmSettings(knex, actor.tenantId)).settings.contacts.map(({ title, phone }) => ({
      title,
      phone,
    })),
    lastHandOver: await lastHandOver(knex, actor, unit.code, 'TAKEN'),
    waitingHandOver: await lastHandOver(knex, actor, unit.code, 'GIVEN'),
    notHandedOver: undone?.notHandedOver ? undone : null,
  };
}

const ofUnit = (knex: Knex, actor: Actor, unit: string): Knex.QueryBuilder =>
  scopeCases(knex('procedures.cases as cases'), actor, 'summary')
    .where('cases.handling_unit', unit)
    .whereRaw(aliveCases);

/** The oldest first: it has waited longest. */
async function figure(platform: Platform, actor: Actor, query: Knex.QueryBuilder): Promise<Figure<CaseRow>> {
  const [{ n }] = await query.clone().count('* as n');
  const rows: CaseRecord[] = await query.clone().orderBy('cases.received_at').limit(SHOWN).select('cases.*');
  return { count: Number(n), items: await caseRows(platform, actor, rows) };
}

async function waitingCases(platform: Platform, actor: Actor, unit: string): Promise<DutyBoard['waiting']> {
  const packages = await platform.library.allActive(actor.tenantId);
  const named = new Map<string, LocalText>();
  for (const { read } of packages)
    for (const { state, title } of read.manifest.waiting ?? []) if (!named.has(state)) named.set(state, title);
  const found: DutyBoard['waiting'] = [];
  for (const [state, title] of named) {
    const query = ofUnit(platform.knex, actor, unit).where('cases.state', state);
    found.push({ state, title, ...(await figure(platform, actor, query)) });
  }
  return found;
}

const ownClocks = (knex: Knex, actor: Actor): Knex.QueryBuilder =>
  scopeCases(knex('procedures.cases as cases'), actor, 'content')
    .join('procedures.clocks as clock', 'clock.case_id', 'cases.id')
    .where('clock.tenant_id', actor.tenantId);

/** Counts cases, as the list behind it does; shows the nearest terms. */
async function clockFigure(knex: Knex, now: Date, query: Knex.QueryBuilder): Promise<Figure<BoardClock>> {
  const [{ n }] = await query.clone().countDistinct('cases.id as n');
  const rows: (ClockRecord & { book_no: string | null; case_title: string | null })[] = await query
    .clone()
    .orderBy('clock.due_at')
    .limit(SHOWN)
    .select('clock.*', 'cases.book_no', 'cases.title as case_title');
  const views = await clockViews(knex, rows, now);
  return {
    count: Number(n),
    items: rows.flatMap((row) => {
      const clock = views.find((one) => one.id === row.id);
      return clock ? [{ clock, caseId: row.case_id, bookNo: row.book_no, title: row.case_title ?? '' }] : [];
    }),
  };
}
