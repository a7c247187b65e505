/**
 * The contract of schedules between the pages and the server: what recurs, its occurrences, what was sent to whom.
 * Instants are ISO strings (UTC), days are `YYYY-MM-DD`.
 */
import type { Bilingual, ClockView, Confirmation } from './contracts';

export type PeriodKind = 'MONTH' | 'QUARTER' | 'HALF_YEAR' | 'YEAR' | 'CUSTOM';

/** Where periods begin: 1/1 is the civil year, 15/12 a year that runs to 14/12. */
export interface PeriodRule {
  kind: PeriodKind;
  startMonth: number;
  /** 1 to 31; a month without that day begins the period on its last one */
  startDay: number;
  /** CUSTOM: how many months, counted from `startYear` */
  months?: number | null;
  startYear?: number | null;
}

export type DueRule =
  /** The first such date after the period; without a month: the first such day of a month. `before` leaves the day out. */
  | { kind: 'FIXED_DATE'; month: number | null; day: number; before: boolean }
  /** The last day of the period is not counted. */
  | { kind: 'CALENDAR_DAYS'; days: number }
  | { kind: 'WORKING_DAYS'; days: number };

export type OpeningRule = { kind: 'PERIOD_END' } | { kind: 'DAYS_BEFORE_DUE'; days: number };

/** A unit of the tenant, or (without a code) a body outside that is only named. */
export interface ScheduleRecipient {
  unit: string | null;
  name: string;
}

export interface ScheduleDefinition {
  title: Bilingual;
  legalBasis: string;
  confirmation: Confirmation;
  period: PeriodRule;
  /** null: the plan says none, so it cannot be active */
  due: DueRule | null;
  rolling: 'NEXT_WORKING_DAY' | 'NONE';
  opens: OpeningRule;
  /** unit that answers for it */
  owner: string;
  recipients: ScheduleRecipient[];
  /** units whose heads are told already when the due is near */
  informs: string[];
  active: boolean;
}

export interface SchedulePeriodView {
  from: string;
  to: string;
  title: Bilingual;
}

export interface SendingView {
  seq: number;
  unit: string | null;
  name: string;
  sentAt: string | null;
  documentNo: string | null;
  lateReason: string | null;
  enteredAt: string | null;
  person: string | null;
}

export interface OccurrenceView {
  id: string;
  version: number;
  period: SchedulePeriodView;
  openedAt: string;
  clock: ClockView;
  /** clocks that a changed calendar has replaced, oldest first */
  replaced: ClockView[];
  recipients: SendingView[];
  /** who was told that it is near or overdue */
  told: { at: string; unit: string; person: string | null; text: Bilingual }[];
}

export interface ScheduleRow {
  id: string;
  code: string;
  version: number;
  definition: ScheduleDefinition;
  createdAt: string;
  history: { version: number; createdAt: string; reason: string; active: boolean; person: string | null }[];
  /** the next period that will open; null while inactive */
  next: { period: SchedulePeriodView; opensAt: string; dueAt: string; derivation: Bilingual } | null;
  occurrences: OccurrenceView[];
  permissions: { recordSending: boolean };
}

export interface ScheduleList {
  items: ScheduleRow[];
  units: { code: string; name: string; external: boolean }[];
  permissions: { edit: boolean };
}

export interface NewScheduleBody {
  code: string;
  definition: ScheduleDefinition;
  reason: string;
}
/** What is not named stays as it is. */
export interface NewScheduleVersionBody {
  /** the version that was read: somebody else's newer one is not overwritten */
  version: number;
  definition: Partial<ScheduleDefinition>;
  reason: string;
}
export interface RecordSendingBody {
  recipient: number;
  documentNo: string;
  at?: string;
  lateReason?: string;
}
