// Owns the question who keeps a unit's desk at a moment: the people of the running shift, and whoever took over into it.
import type { Knex } from 'knex';

export interface ShiftRecord {
  id: string;
  tenant_id: string;
  unit_code: string;
  starts_at: Date;
  ends_at: Date;
  deputy_id: string | null;
  cancelled_at: Date | null;
}

export interface OnDuty {
  shift: ShiftRecord;
  people: string[];
  deputy: string | null;
}

/** null: no roster says who is on duty then. */
export async function onDuty(knex: Knex, tenantId: string, unit: string, at: Date): Promise<OnDuty | null> {
  const shift: ShiftRecord | undefined = await knex('procedures.duty_shifts')
    .where({ tenant_id: tenantId, unit_code: unit })
    .whereNull('cancelled_at')
    .where('starts_at', '<=', at)
    .where('ends_at', '>', at)
    .first();
  if (!shift) return null;
  const planned: string[] = await knex('procedures.duty_shift_people').where({ shift_id: shift.id }).pluck('person_id');
  const tookOver: string[] = await knex('procedures.duty_hand_overs')
    .where({ next_shift_id: shift.id, state: 'TAKEN' })
    .pluck('taken_by');
  return { shift, people: [...new Set([...planned, ...tookOver])], deputy: shift.deputy_id };
}
