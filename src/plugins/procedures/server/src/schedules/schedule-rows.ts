// Owns the shapes of the tables of schedules (database/migrations/0004_schedules.sql) as TypeScript sees them, and how days
// are read: as `YYYY-MM-DD`.
import type { Knex } from 'knex';
import type { ScheduleDefinition } from '../../../shared/schedules-contract';
import type { LocalText } from '../packages/types';

export interface ScheduleRecord {
  id: string;
  tenant_id: string;
  code: string;
  created_at: Date;
}
export interface ScheduleVersionRecord {
  schedule_id: string;
  version: number;
  definition: ScheduleDefinition;
  active: boolean;
  reason: string;
  changed_by: string | null;
  created_at: Date;
  superseded_at: Date | null;
}
export interface OccurrenceRecord {
  id: string;
  schedule_id: string;
  version: number;
  tenant_id: string;
  period_from: string;
  period_to: string;
  owner: string;
  opened_at: Date;
}
export interface ScheduleClockRecord {
  id: string;
  occurrence_id: string;
  tenant_id: string;
  owner: string;
  start_at: Date;
  due_at: Date;
  due_day: string;
  nominal_day: string;
  amber_at: Date;
  derivation: LocalText;
  calendar_revision: number;
  state: 'RUNNING' | 'MET' | 'MISSED' | 'SUPERSEDED';
  stage: 'NEUTRAL' | 'AMBER' | 'DUE' | 'ESCALATED';
  stopped_at: Date | null;
  superseded_reason: LocalText | null;
}
export interface RecipientRecord {
  occurrence_id: string;
  seq: number;
  unit_code: string | null;
  name: string;
  sent_at: Date | null;
  document_no: string | null;
  late_reason: string | null;
  entered_at: Date | null;
  person_id: string | null;
}

/** For `select('*', …)`: a later column of the same name wins. */
export const daysAsText = (knex: Knex, ...columns: string[]) =>
  columns.map((column) => knex.raw(`to_char(??, 'YYYY-MM-DD') as ??`, [column, column.replace(/^.*\./, '')]));
