// Owns how shifts are shown: who, who is away, and whether the shift was handed over.
import type { Knex } from 'knex';
import type { DutyPerson, HandOverState, ShiftView } from '../../../shared/duty-contract';
import { personNames } from '../views/person-names';
import { onDuty, type ShiftRecord } from './on-duty';

export async function shiftViews(knex: Knex, shifts: readonly ShiftRecord[], now: Date): Promise<ShiftView[]> {
  if (shifts.length === 0) return [];
  const ids = shifts.map((one) => one.id);
  const planned: { shift_id: string; person_id: string }[] = await knex('procedures.duty_shift_people').whereIn(
    'shift_id',
    ids,
  );
  const handOvers: { id: string; shift_id: string; state: HandOverState; given_at: Date }[] = await knex(
    'procedures.duty_hand_overs',
  )
    .whereIn('shift_id', ids)
    .whereIn('state', ['GIVEN', 'TAKEN'])
    .orderBy('given_at', 'desc')
    .select('id', 'shift_id', 'state', 'given_at');
  const people = [...planned.map((one) => one.person_id), ...shifts.flatMap((one) => one.deputy_id ?? [])];
  const names = await personNames(knex, people);
  const absences: { person_id: string; valid_from: Date; valid_to: Date }[] = await knex('procedures.absences')
    .whereIn('person_id', [...new Set(people)])
    .whereNull('cancelled_at');
  return shifts.map((shift) => {
    const person = (id: string): DutyPerson => ({
      id,
      name: names.get(id) ?? '',
      absent: absences.some(
        (one) => one.person_id === id && one.valid_from < shift.ends_at && one.valid_to > shift.starts_at,
      ),
    });
    const handOver = handOvers.find((one) => one.shift_id === shift.id);
    return {
      id: shift.id,
      startsAt: shift.starts_at.toISOString(),
      endsAt: shift.ends_at.toISOString(),
      people: planned.filter((one) => one.shift_id === shift.id).map((one) => person(one.person_id)),
      deputy: shift.deputy_id ? person(shift.deputy_id) : null,
      handOver: handOver ? { id: handOver.id, state: handOver.state, at: handOver.given_at.toISOString() } : null,
      notHandedOver: shift.ends_at <= now && handOver?.state !== 'TAKEN',
    };
  });
}

const ofUnit = (knex: Knex, tenantId: string, unit: string) =>
  knex('procedures.duty_shifts').where({ tenant_id: tenantId, unit_code: unit }).whereNull('cancelled_at');

/** The running shift, and the one after it. */
export async function shiftsAround(
  knex: Knex,
  tenantId: string,
  unit: string,
  now: Date,
): Promise<{ running: ShiftRecord | null; next: ShiftRecord | null }> {
  const running = (await onDuty(knex, tenantId, unit, now))?.shift ?? null;
  const next: ShiftRecord | undefined = await ofUnit(knex, tenantId, unit)
    .where('starts_at', '>=', running?.ends_at ?? now)
    .orderBy('starts_at')
    .first();
  return { running, next: next ?? null };
}

/** The shift that is to be handed over: the last that ended and was not, else the running one that nobody gave away yet. */
export async function shiftToHandOver(
  knex: Knex,
  tenantId: string,
  unit: string,
  now: Date,
): Promise<ShiftRecord | null> {
  const taken = await knex('procedures.duty_hand_overs')
    .where({ tenant_id: tenantId, unit_code: unit, state: 'TAKEN' })
    .max('taken_at as at')
    .first();
  const open = () =>
    ofUnit(knex, tenantId, unit).whereNotExists(
      knex('procedures.duty_hand_overs as done')
        .whereRaw('done.shift_id = procedures.duty_shifts.id')
        .where('done.state', 'TAKEN')
        .select(knex.raw('1')),
    );
  // A hand-over settles whatever ended before it: what nobody gave then is not asked of anybody any more.
  const ended: ShiftRecord | undefined = await open()
    .where('ends_at', '<=', now)
    .where('ends_at', '>', taken?.at ?? new Date(0))
    .orderBy('ends_at', 'desc')
    .first();
  const running: ShiftRecord | undefined = await open()
    .where('starts_at', '<=', now)
    .where('ends_at', '>', now)
    .first();
  return ended ?? running ?? null;
}
