// Owns the roster of a unit: it is read with its gaps, and changed by whoever forms it. A unit has one shift at a time;
// a shift is never edited, only cancelled with a reason and formed again, so that who was on duty stays known.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Roster } from '../../../shared/duty-contract';
import { alarmSettings } from '../alarms/alarm-settings';
import { writeAudit } from '../audit/write-audit';
import { announce } from '../live/announce';
import { changeProblem } from '../people/change-problem';
import { FormFields } from '../people/form-fields';
import { decide } from '../policy/decide';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import { reasonOf } from '../problems/reason';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';
import { instantOf } from '../time/instant-of';
import { chooseUnit } from './duty-units';
import { daily, gapsIn, meet } from './gaps';
import type { ShiftRecord } from './on-duty';
import { shiftViews } from './shift-views';

const DAY_MS = 24 * 60 * 60 * 1000;
const SHOWN_DAYS = 14;
const LONGEST_MS = 3 * DAY_MS;
const MOST_DAYS = 62;
const MOST_PEOPLE = 20;

type Working = Pick<Platform, 'strapi' | 'knex' | 'clock'>;

export async function readRoster(
  { knex, clock }: Working,
  actor: Actor,
  query: Record<string, string | undefined>,
): Promise<Roster> {
  const now = clock.now();
  const { unit, units, deskGroups } = await chooseUnit(knex, actor, query.unit);
  const from = instantOf(query.from) ?? new Date(now.getTime() - DAY_MS);
  const to = new Date(from.getTime() + SHOWN_DAYS * DAY_MS);
  const shifts = await shiftsIn(knex, actor.tenantId, unit.code, { from, to });
  const ahead = { from: new Date(Math.max(from.getTime(), now.getTime())), to };
  return {
    unit,
    units,
    from: from.toISOString(),
    to: to.toISOString(),
    shifts: await shiftViews(knex, shifts, now),
    gaps: (shifts.length > 0 && ahead.from < to ? gapsIn(ahead, shifts.map(spanOf)) : []).map((gap) => ({
      from: gap.from.toISOString(),
      to: gap.to.toISOString(),
    })),
    candidates: unit.mayPlan ? await candidatesOf(knex, actor.tenantId, unit.code, deskGroups, now) : [],
  };
}

export const spanOf = (shift: ShiftRecord) => ({ from: shift.starts_at, to: shift.ends_at });

export function shiftsIn(
  knex: Knex,
  tenantId: string,
  unit: string,
  span: { from: Date; to: Date },
): Promise<ShiftRecord[]> {
  return knex('procedures.duty_shifts')
    .where({ tenant_id: tenantId, unit_code: unit })
    .whereNull('cancelled_at')
    .where('ends_at', '>', span.from)
    .where('starts_at', '<', span.to)
    .orderBy('starts_at') as unknown as Promise<ShiftRecord[]>;
}

/** People with a position in the unit now. */
export async function candidatesOf(
  knex: Knex,
  tenantId: string,
  unit: string,
  deskGroups: readonly string[],
  now: Date,
): Promise<Roster['candidates']> {
  const rows: { id: string; full_name: string; title: string; roles: string[] }[] = await knex(
    'procedures.positions as position',
  )
    .join('procedures.people as person', 'person.id', 'position.person_id')
    .where({ 'position.tenant_id': tenantId, 'position.unit_code': unit, 'person.active': true })
    .where('position.valid_from', '<=', now)
    .where((valid) => valid.whereNull('position.valid_to').orWhere('position.valid_to', '>', now))
    .orderBy('person.full_name')
    .select('person.id', 'person.full_name', 'position.title', 'position.roles');
  const found = new Map<string, Roster['candidates'][number]>();
  for (const row of rows) {
    const known = found.get(row.id);
    const desk = row.roles.some((role) => deskGroups.includes(`${unit}/${role}`)) || known?.desk === true;
    found.set(row.id, { id: row.id, name: row.full_name, title: known?.title ?? row.title, desk });
  }
  return [...found.values()];
}

export async function addShifts(
  { strapi, clock }: Working,
  actor: Actor,
  body: Record<string, unknown>,
): Promise<{ ids: string[] }> {
  const now = clock.now();
  const fields = new FormFields(body);
  const unit = fields.text('unit', 40);
  const first = { from: fields.instant('startsAt'), to: fields.instant('endsAt') };
  const people = fields.optionalList('people') ?? [];
  const deputy = fields.optionalId('deputy');
  const days = fields.integer('days', 1);
  if (unit) await requirePlanner(strapi.db.connection as unknown as Knex, actor, unit);
  if (first.to <= first.from || first.to.getTime() - first.from.getTime() > LONGEST_MS)
    fields.fault('endsAt', 'Ca phải kết thúc sau khi bắt đầu, nhiều nhất 3 ngày', 'Expected an end within three days');
  if (people.length === 0 || people.length > MOST_PEOPLE || !people.every((id) => UUID.test(id)))
    fields.fault('people', 'Chọn ít nhất một người trực', 'Choose at least one person');
  if (days < 1 || days > MOST_DAYS)
    fields.fault('days', `Từ 1 đến ${MOST_DAYS} ngày`, `Expected 1 to ${MOST_DAYS} days`);
  fields.check();
  return inTransaction(strapi, async (trx) => {
    await lockRoster(trx, actor.tenantId, unit);
    const tenant = await trx('procedures.tenants').where({ id: actor.tenantId }).first('time_zone');
    const known = (await candidatesOf(trx, actor.tenantId, unit, [], now)).map(({ id }) => id);
    if (![...people, ...(deputy ? [deputy] : [])].every((id) => known.includes(id)))
      throw changeProblem(
        'DUTY_OTHER_UNIT',
        'Người trực và chỉ huy ca phải đang giữ chức vụ trong đơn vị.',
        'Expected people who hold a position in the unit.',
        'people',
      );
    const spans = daily(first, days, tenant.time_zone);
    const last = spans[spans.length - 1] ?? first;
    const there = (await shiftsIn(trx, actor.tenantId, unit, { from: first.from, to: last.to })).map(spanOf);
    const clash = spans.find((span, at) => [...there, ...spans.slice(0, at)].some((other) => meet(span, other)));
    if (clash)
      throw changeProblem(
        'SHIFTS_MEET',
        'Ca này trùng giờ với một ca khác của đơn vị. Hãy hủy ca kia trước, hoặc đổi giờ.',
        'Expected a time in which the unit has no other shift: cancel that one first, or change the hours.',
        'startsAt',
      );
    const ids: string[] = [];
    for (const span of spans) {
      const id = randomUUID();
      ids.push(id);
      await trx('procedures.duty_shifts').insert({
        id,
        tenant_id: actor.tenantId,
        unit_code: unit,
        starts_at: span.from,
        ends_at: span.to,
        deputy_id: deputy,
        created_by: actor.personId,
        created_at: now,
      });
      await trx('procedures.duty_shift_people').insert(people.map((person) => ({ shift_id: id, person_id: person })));
    }
    await changed(trx, actor, unit, now, 'duty.addShifts', unit, { shifts: ids.length, people: people.length });
    return { ids };
  });
}

export async function cancelShift(
  { strapi, clock }: Working,
  actor: Actor,
  id: string,
  reason: unknown,
): Promise<void> {
  const now = clock.now();
  await inTransaction(strapi, async (trx) => {
    const shift: ShiftRecord | undefined = UUID.test(id)
      ? await trx('procedures.duty_shifts').where({ id, tenant_id: actor.tenantId }).forUpdate().first()
      : undefined;
    if (!shift) requireAllowed(NOT_FOUND);
    await requirePlanner(trx, actor, shift.unit_code);
    if (shift.cancelled_at || shift.ends_at <= now)
      throw changeProblem(
        'SHIFT_OVER',
        'Ca đã qua hoặc đã hủy thì không hủy được nữa.',
        'Expected a shift that has not ended and was not cancelled.',
      );
    await trx('procedures.duty_shifts')
      .where({ id })
      .update({ cancelled_at: now, cancelled_by: actor.personId, cancel_reason: reasonOf(reason) });
    await changed(trx, actor, shift.unit_code, now, 'duty.cancelShift', id, {});
  });
}

async function requirePlanner(knex: Knex, actor: Actor, unit: string): Promise<void> {
  const row = await knex('procedures.units').where({ tenant_id: actor.tenantId, code: unit }).first('code');
  if (!row) requireAllowed(NOT_FOUND);
  const { planners } = (await alarmSettings(knex, actor.tenantId)).settings;
  requireAllowed(decide(actor, 'duty.plan', { tenantId: actor.tenantId, unit, planners }));
}

export const lockRoster = (trx: Knex.Transaction, tenantId: string, unit: string) =>
  trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`procedures.duty:${tenantId}/${unit}`]);

async function changed(
  trx: Knex.Transaction,
  actor: Actor,
  unit: string,
  now: Date,
  action: string,
  subjectId: string,
  detail: Record<string, number>,
): Promise<void> {
  await announce(trx, { tenantId: actor.tenantId, topic: 'duty', ids: [unit] });
  await writeAudit(trx, {
    tenantId: actor.tenantId,
    at: now,
    actor,
    action,
    subjectType: action === 'duty.cancelShift' ? 'shift' : 'roster',
    subjectId,
    detail,
  });
}
