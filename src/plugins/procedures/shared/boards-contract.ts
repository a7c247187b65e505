/**
 * The contract of the boards. Every number is a Figure: it carries the address of the list that it counts, so that no
 * number stands on a page without its rows, and a test can hold every one of them against its list.
 */
import type { Bilingual } from './contracts';
import type { ListedTask, StuckReason } from './task-list-contract';

export interface Figure {
  value: number;
  /** a page of the plugin and its query, e.g. `tasks?view=board&given=A`; the route of the same name answers it */
  list: string;
}

/** What was done in the last so many days, today included. */
export const ON_TIME_DAYS = [30, 90] as const;
export interface OnTime {
  days: (typeof ON_TIME_DAYS)[number];
  done: Figure;
  /** of what had a term */
  onTime: Figure;
  late: Figure;
}
/** Work belongs to who led the unit when it was done, whoever leads it now. */
export interface HeadRecord {
  head: { id: string; name: string } | null;
  isNow: boolean;
  onTime: OnTime[];
}
export interface BoardUnit {
  unit: string;
  name: string;
  head: { id: string; name: string; title: string } | null;
  open: Figure;
  ok: Figure;
  amber: Figure;
  overdue: Figure;
  none: Figure;
  unclaimed: Figure;
  stuck: Figure;
  oldest: { openedAt: string; caseId: string } | null;
  cases: Figure;
  /** open cases without an open task: they wait for somebody outside */
  waiting: Figure;
  /** now, then those before within the longest span */
  records: HeadRecord[];
  mayPress: boolean;
}

export interface StuckFinding {
  reason: StuckReason;
  since: string;
  /** until when somebody is away, or has to answer */
  until: string | null;
  /** how often it came back */
  count: number | null;
  /** whom it waits for */
  unit: string | null;
  rule: Bilingual | null;
}
export interface StuckTask {
  task: ListedTask;
  findings: StuckFinding[];
  givenUnit: string;
  givenUnitName: string;
  /** whom to call: the holder, else who leads the unit */
  /** a numbered reminder may be sent to the unit */
  mayPress: boolean;
  call: { name: string; title: string | null; isHolder: boolean } | null;
}

export interface Board {
  at: string;
  today: Figure;
  /** the seven days after today */
  week: { day: string; figure: Figure }[];
  units: BoardUnit[];
  stuck: { total: Figure; reasons: { reason: StuckReason; figure: Figure }[]; items: StuckTask[] };
  /** reminders that were sent a second time and have had no answer in time */
  unanswered: ReminderRow[];
}

export const PLOT_WEEKS = [4, 8, 13, 26] as const;
/** Days since a task was opened; null: and more. */
export const AGE_BANDS: readonly (readonly [from: number, to: number | null])[] = [
  [0, 1],
  [2, 3],
  [4, 7],
  [8, 30],
  [31, null],
];
export interface Load {
  id: string;
  name: string;
  overdue: Figure;
  amber: Figure;
  ok: Figure;
  none: Figure;
}
export interface BoardPlots {
  flow: { from: string; to: string; opened: Figure; done: Figure }[];
  ageing: { stage: string; title: Bilingual; bands: Figure[] }[];
  units: Load[];
  /** of the units that the reader leads; id `none`: nobody has claimed it */
  people: Load[];
}

/** When work is called stuck, and how long a unit has to answer a reminder if the sender says nothing else. */
export interface BoardSettings {
  unclaimedHours: number;
  returns: number;
  answerDays: number;
}

export type ReminderState = 'WAITING' | 'LATE' | 'ANSWERED';
export interface ReminderRow {
  id: string;
  /** e.g. 12/2026 */
  number: string;
  round: number;
  /** number of the one that this one repeats */
  repeats: string | null;
  from: { unit: string; name: string };
  to: { unit: string; name: string };
  sentBy: string;
  sentAt: string;
  answerDueAt: string;
  reason: string;
  /** what it is about; null: the unit's work in general */
  about: { caseId: string; bookNo: string | null; title: string } | null;
  state: ReminderState;
  answer: { text: string; by: string; at: string } | null;
  /** the leaders above have been told */
  escalatedAt: string | null;
  mayAnswer: boolean;
  mayRepeat: boolean;
}
export interface ReminderList {
  items: ReminderRow[];
  total: number;
  /** units that the reader may press, with the term that is offered first */
  press: { unit: string; name: string }[];
  answerDays: number;
}
