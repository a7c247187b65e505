// Owns how clock rows are read for the pure core.
import type { Knex } from 'knex';
import type { OpenClock } from '../clocks/types';
import type { ClockRecord } from '../storage/rows';

const DAYS = ["to_char(due_day, 'YYYY-MM-DD') as due_day", "to_char(nominal_day, 'YYYY-MM-DD') as nominal_day"];

/** All clocks of a case, oldest first; day columns as `YYYY-MM-DD`. */
export async function clocksOf(knex: Knex, caseId: string): Promise<ClockRecord[]> {
  return knex('procedures.clocks')
    .select('*', ...DAYS.map((column) => knex.raw(column)))
    .where({ case_id: caseId })
    .orderBy('created_at')
    .orderBy('due_at');
}

export function toOpenClock(row: ClockRecord): OpenClock {
  return {
    id: row.id,
    ruleId: row.rule_id,
    rule: row.rule,
    variant: row.variant,
    owner: row.owner,
    tracking: row.tracking,
    unit: row.unit as OpenClock['unit'],
    length: Number(row.length),
    startAt: row.start_at,
    dueAt: row.due_at,
    nominalDay: row.nominal_day,
    dueDay: row.due_day,
    state: row.state as OpenClock['state'],
    pausedAt: row.paused_at,
    addedDays: row.added_days,
  };
}

export function isOpen(row: Pick<ClockRecord, 'state'>): boolean {
  return row.state === 'RUNNING' || row.state === 'PAUSED';
}
