// A schedule and a calendar for the tests of this folder.

import { calendarOf } from '../../../src/plugins/procedures/server/src/calendars/calendar';
import type {
  DueRule,
  PeriodRule,
  ScheduleDefinition,
} from '../../../src/plugins/procedures/shared/schedules-contract';

export const calendar = (
  days: { day: string; kind: 'HOLIDAY' | 'WORKING'; name?: string }[] = [{ day: '2027-01-01', kind: 'HOLIDAY' }],
) => calendarOf({ timeZone: 'Asia/Ho_Chi_Minh', weekend: [6, 7], days, revision: 1 });

export const period = (kind: PeriodRule['kind'], startMonth = 1, startDay = 1, more: Partial<PeriodRule> = {}) => ({
  kind,
  startMonth,
  startDay,
  ...more,
});

export const BEFORE_SIXTH_OF_JANUARY: DueRule = { kind: 'FIXED_DATE', month: 1, day: 6, before: true };

export const schedule = (given: Partial<ScheduleDefinition> = {}): ScheduleDefinition & { due: DueRule } => ({
  title: { vi: 'Báo cáo mẫu', en: 'Sample report' },
  legalBasis: 'Plan V.3',
  confirmation: { state: 'UNCONFIRMED' },
  period: period('YEAR'),
  rolling: 'NONE',
  opens: { kind: 'PERIOD_END' },
  owner: 'DESK',
  recipients: [{ unit: null, name: 'Cơ quan cấp trên' }],
  informs: [],
  active: true,
  ...given,
  due: given.due ?? BEFORE_SIXTH_OF_JANUARY,
});

/** The instant of a local wall clock. */
export const at = (text: string) => new Date(`${text}+07:00`);
