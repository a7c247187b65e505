// Owns the shapes of the alarm tables (database/migrations/0015_duty.sql) as TypeScript sees them.
import type { AlarmState } from '../../../shared/alarms-contract';
import type { LocalText } from '../packages/types';

export interface AlarmRecord {
  id: string;
  tenant_id: string;
  case_id: string;
  event_id: string;
  alarm: string;
  cause: string;
  unit_code: string;
  group_id: string;
  title: LocalText;
  details: { label: LocalText; value: string }[];
  contacts: string[];
  state: AlarmState;
  level: number;
  raised_at: Date;
  escalated_at: Date | null;
  acknowledged_at: Date | null;
  acknowledged_by: string | null;
  closed_at: Date | null;
  closed_by: string | null;
  close_cause: 'EVENT' | 'CASE_ENDED' | 'PERSON' | null;
  close_note: string | null;
}

export interface RingRecord {
  alarm_id: string;
  person_id: string;
  tenant_id: string;
  level: number;
  because: LocalText | null;
  rung_at: Date;
}
