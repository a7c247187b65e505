// Owns the words of the pure core of clocks: what is given, what is decided. Nothing here runs, reads or writes.
//
// The core (this folder's decide-clocks, compute-due, recompute, stage-of and what they import) is plain functions of
// their arguments: no database, no network, no Strapi, and never the machine's own time.

import type { Calendar } from '../calendars/calendar';
import type { Day } from '../calendars/day';
import type { ClockRuleDefinition, ClockUnit, LocalText } from '../packages/types';

/** One item of a package's `clockRules`, in the tenant's active version. */
export type ClockRule = ClockRuleDefinition;
export type ClockTracking = ClockRule['tracking'];

/** A clock that has been started and neither stopped nor superseded; past its due it is still open. */
export interface OpenClock {
  readonly id: string;
  readonly ruleId: string;
  readonly rule: string;
  readonly variant: string | null;
  readonly owner: string;
  readonly tracking: ClockTracking;
  readonly unit: ClockUnit;
  readonly length: number;
  readonly startAt: Date;
  readonly dueAt: Date;
  /** The day that is counted to, before it is moved off a day that is not worked. */
  readonly nominalDay: Day;
  /** The last day on which the duty is done in time. */
  readonly dueDay: Day;
  readonly state: 'RUNNING' | 'PAUSED';
  readonly pausedAt?: Date | null;
  /** Days that pauses have added so far (units counted in days). */
  readonly addedDays?: number;
}

export interface BusinessEvent {
  readonly code: string;
  /** When it happened, not when it was entered. */
  readonly at: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface DecideClocksInput {
  readonly event: BusinessEvent;
  /** The active version of every rule of the case's package. */
  readonly rules: readonly ClockRule[];
  readonly openClocks: readonly OpenClock[];
  /** FEEL context of the contract (record, task, params, tenant, case, facts); `event` and `clocks` are added here. */
  readonly context: Readonly<Record<string, unknown>>;
  /** Last business time of each event code so far, this event not among them. */
  readonly eventTimes: Readonly<Record<string, Date>>;
  readonly calendar: Calendar;
}

export interface SupersededClock {
  readonly clockId: string;
  readonly reason: LocalText;
}

export interface StoppedClock {
  readonly clockId: string;
  readonly at: Date;
  readonly onTime: boolean;
  /** Whole minutes begun after the due; 0 when in time. */
  readonly lateByMinutes: number;
}

export interface PausedClock {
  readonly clockId: string;
  readonly at: Date;
}

export interface Due {
  readonly dueAt: Date;
  readonly dueDay: Day;
  readonly nominalDay: Day;
  readonly derivation: LocalText;
}

export interface ResumedClock extends Due {
  readonly clockId: string;
  readonly at: Date;
  readonly amberAt: Date;
  readonly addedDays: number;
}

export interface StartedClock extends Due {
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly rule: string;
  readonly variant: string | null;
  readonly owner: string;
  readonly tracking: ClockTracking;
  readonly unit: ClockUnit;
  readonly length: number;
  /** What people read as its beginning: the rule's `startEventName`, the event, or `R12.nominalDay`. */
  readonly startEvent: string;
  readonly anchor: string;
  readonly startAt: Date;
  readonly amberAt: Date;
}

/** A rule that should have started a clock and could not: shown to who runs the platform, never swallowed. */
export interface ClockProblem {
  readonly ruleId: string;
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

/** In the order in which they are decided; a clock appears in at most one of the first four. */
export interface ClockDecisions {
  readonly superseded: SupersededClock[];
  readonly stopped: StoppedClock[];
  readonly resumed: ResumedClock[];
  readonly paused: PausedClock[];
  readonly started: StartedClock[];
  readonly problems: ClockProblem[];
}
