/** The contract of alarms: what rings at a desk until somebody acknowledges it, and what an administrator sets. */
import type { Bilingual } from './contracts';

export const ALARM_STATES = ['RINGING', 'ESCALATED', 'ACKNOWLEDGED', 'CLOSED'] as const;
export type AlarmState = (typeof ALARM_STATES)[number];

/** Who is rung next: the deputy of the running shift, the head of the unit, the head of the unit above. */
export const ALARM_RECIPIENTS = ['SHIFT_DEPUTY', 'UNIT_HEAD', 'HEAD_ABOVE'] as const;
export interface AlarmStep {
  /** since the alarm began to ring */
  afterMinutes: number;
  to: (typeof ALARM_RECIPIENTS)[number];
}

/** A function that is called, never a person: people change, the number on the wall stays. */
export interface AlarmContact {
  /** by which a package's manifest names it */
  code: string;
  title: string;
  phone: string;
}

/** A candidate group that keeps a desk; its pages ring unless the sound is off there. */
export interface Desk {
  group: string;
  sound: boolean;
}

export interface AlarmSettings {
  steps: AlarmStep[];
  contacts: AlarmContact[];
  desks: Desk[];
  /** candidate groups that may form the roster of their unit, besides its head */
  planners: string[];
  /** pause between two rings */
  repeatSeconds: number;
}
export interface AlarmAdministration {
  settings: AlarmSettings;
  version: number;
  /** to choose from, by the packages of the tenant */
  groups: { id: string; title: Bilingual }[];
  /** contact codes that packages name, and that the list lacks */
  missingContacts: string[];
}

export interface AlarmView {
  id: string;
  caseId: string;
  /** number of the case in its book; null: not numbered yet */
  bookNo: string | null;
  title: Bilingual;
  /** what may be said aloud: kind, place category, …; never a person */
  details: { label: Bilingual; value: string }[];
  state: AlarmState;
  unit: string;
  unitName: string;
  raisedAt: string;
  /** when it is passed on if nobody acknowledges; null: the chain has ended, or it is acknowledged */
  nextAt: string | null;
  nextTo: AlarmStep['to'] | null;
  level: number;
  contacts: { title: string; phone: string }[];
  /** who is rung, by name: colleagues, not people of the case */
  rung: { id: string; name: string; level: number }[];
  acknowledged: { by: string; at: string } | null;
  closed: { by: string | null; at: string; cause: 'EVENT' | 'CASE_ENDED' | 'PERSON'; note: string | null } | null;
  /** it rings for the reader now */
  ringsForMe: boolean;
  mayAcknowledge: boolean;
  mayClose: boolean;
  mayOpen: boolean;
}

/** What every page of the panel asks for. */
export interface RingingAlarms {
  alarms: AlarmView[];
  /** the reader is of a desk, for which alarms ring first: a line that is down is told there */
  atDesk: boolean;
  /** false: the desk of the reader is set to silent */
  sound: boolean;
  repeatSeconds: number;
}
