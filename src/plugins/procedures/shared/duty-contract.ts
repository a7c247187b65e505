/** The contract of the duty desk: the board, the roster of shifts, and the hand-over from one shift to the next. */
import type { AlarmView } from './alarms-contract';
import type { Bilingual, CaseRow, ClockView } from './contracts';

export interface DutyUnit {
  code: string;
  name: string;
  /** the reader may form its roster */
  mayPlan: boolean;
}
export interface DutyPerson {
  id: string;
  name: string;
  /** away by the entry of an absence that falls into the shift */
  absent: boolean;
}

export interface ShiftView {
  id: string;
  startsAt: string;
  endsAt: string;
  people: DutyPerson[];
  deputy: DutyPerson | null;
  /** how it was handed over; null: not yet */
  handOver: { id: string; state: HandOverState; at: string } | null;
  /** it has ended, and nobody has taken over from it */
  notHandedOver: boolean;
}
export interface Gap {
  from: string;
  to: string;
}
export interface Roster {
  unit: DutyUnit;
  units: DutyUnit[];
  from: string;
  to: string;
  shifts: ShiftView[];
  /** stretches of the asked time, from now on, in which nobody is on duty */
  gaps: Gap[];
  /** who may be put on duty: people of the unit; `desk` are those whose group keeps the desk */
  candidates: { id: string; name: string; title: string; desk: boolean }[];
}
export interface NewShift {
  unit: string;
  startsAt: string;
  endsAt: string;
  people: string[];
  deputy: string | null;
  /** the same on so many days, one after the other; 1: only this one */
  days: number;
}

export type HandOverState = 'GIVEN' | 'TAKEN' | 'REFUSED' | 'WITHDRAWN';
export const HAND_OVER_SECTIONS = ['ALARMS', 'CASES', 'CLOCKS'] as const;
export type HandOverSection = (typeof HAND_OVER_SECTIONS)[number];

/** One line of what is open. */
export interface HandOverLine {
  key: string;
  section: HandOverSection;
  caseId: string;
  bookNo: string | null;
  title: string;
  /** what it waits for, or how it stands */
  about: Bilingual;
  /** the instant that matters: due, or since when it rings */
  at: string | null;
  overdue: boolean;
  remark: string;
}
export interface HandOverItem {
  title: string;
  note: string;
}
/** What is frozen and hashed. */
export interface HandOverContent {
  tenant: string;
  unit: { code: string; name: string };
  shift: { startsAt: string; endsAt: string; people: string[]; deputy: string | null } | null;
  nextShift: { startsAt: string; endsAt: string; people: string[]; deputy: string | null } | null;
  giver: { id: string; name: string } | null;
  taker: { id: string; name: string };
  withoutGiver: string | null;
  madeAt: string;
  /** terms until then are listed */
  clocksUntil: string;
  lines: HandOverLine[];
  items: HandOverItem[];
  note: string;
}
export interface HandOverDraft {
  unit: DutyUnit;
  units: DutyUnit[];
  shift: ShiftView | null;
  nextShift: ShiftView | null;
  clocksUntil: string;
  lines: HandOverLine[];
  takers: { id: string; name: string; next: boolean }[];
  /** a list that was given and waits for its taker */
  waiting: HandOverView | null;
  mayGive: boolean;
  mayTakeAlone: boolean;
}
export interface HandOverView {
  id: string;
  state: HandOverState;
  content: HandOverContent;
  contentHash: string;
  givenAt: string;
  takenBy: { id: string; name: string } | null;
  takenAt: string | null;
  takeRemark: string | null;
  settleReason: string | null;
  signatureHash: string | null;
  /** the hashes, computed again now, are the kept ones */
  intact: boolean;
  mayTake: boolean;
  mayRefuse: boolean;
  mayWithdraw: boolean;
}
export interface HandOverRow {
  id: string;
  state: HandOverState;
  givenAt: string;
  giver: string | null;
  taker: string;
  takenAt: string | null;
  lines: number;
  signatureHash: string | null;
}

export interface HandOverBook {
  items: HandOverRow[];
  total: number;
  page: number;
  pageSize: number;
}

/** A figure and the first of what is behind it. */
export interface Figure<T> {
  count: number;
  items: T[];
}
export interface BoardClock {
  clock: ClockView;
  caseId: string;
  bookNo: string | null;
  title: string;
}
export interface DutyBoard {
  unit: DutyUnit;
  units: DutyUnit[];
  now: string;
  shift: ShiftView | null;
  nextShift: ShiftView | null;
  /** start of the running shift, or of the last 12 hours where there is none */
  since: string;
  /** end of the running shift, or 12 hours from now */
  until: string;
  /** the unit has a roster, and nobody is on it now */
  unmanned: boolean;
  gaps: Gap[];
  alarms: AlarmView[];
  came: Figure<CaseRow>;
  /** states that the packages want looked at first, with how many cases wait there */
  waiting: (Figure<CaseRow> & { state: string; title: Bilingual })[];
  turnsAmber: Figure<BoardClock>;
  turnsRed: Figure<BoardClock>;
  overdue: Figure<BoardClock>;
  contacts: { title: string; phone: string }[];
  lastHandOver: HandOverRow | null;
  waitingHandOver: HandOverRow | null;
  /** people of the last shift that ended without a hand-over */
  notHandedOver: ShiftView | null;
}
