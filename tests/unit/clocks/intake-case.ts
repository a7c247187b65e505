// Owns how a case of tests/cases/intake-cases.json is read and replayed: what an officer enters goes in, every clock
// that the pure core decides comes out, event by event. Nothing of `expected` is used to produce it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Calendar, calendarOf } from '../../../src/plugins/procedures/server/src/calendars/calendar';
import { decideClocks } from '../../../src/plugins/procedures/server/src/clocks/decide-clocks';
import { stageOf } from '../../../src/plugins/procedures/server/src/clocks/stage-of';
import type { ClockRule, OpenClock, StartedClock } from '../../../src/plugins/procedures/server/src/clocks/types';

interface CalendarDay {
  date: string;
  name: string;
}
export interface CaseEvent {
  n: number;
  at: string;
  event: string;
  data: Record<string, unknown>;
}
export interface ExpectedClock {
  id: string;
  rule: string;
  variant?: string;
  owner: string;
  tracking: string;
  unit: string;
  length: number;
  startAt: string;
  dueAt: string;
  dueDay: string;
  nominalDay: string;
  startEvent: string;
  derivation: string;
}
export interface ExpectedStep {
  n: number;
  event: string;
  startedClocks: ExpectedClock[];
  stoppedClocks: { id: string; onTime: boolean }[];
  supersededClocks: { id: string; reason: string }[];
  overdueClocks?: { id: string }[];
}
export interface IntakeCase {
  id: string;
  ward: string;
  receivedAt: string;
  receivedAtCap: string | null;
  receivedByUnit: string;
  sourceKind: string;
  flags: { remoteArea: boolean };
  handover: { mode: string; unit: string } | null;
  events: CaseEvent[];
  expected: {
    scenario: ExpectedStep[];
    mustNotStart: string[];
    openClocksAtEnd: { id: string; dueAt: string }[];
    lateItems: { id: string; event: string; lateByMinutes?: number }[];
  };
}

/** What a replay reads: input only. */
export type ReplayableCase = Omit<IntakeCase, 'expected'>;

interface IntakeFile {
  header: {
    slaParameters: Record<string, unknown>;
    calendar: { holidays: CalendarDay[]; workingSwapDays: CalendarDay[] };
  };
  cases: IntakeCase[];
}

const root = join(__dirname, '../../..');
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

export const intakeFile = readJson('tests/cases/intake-cases.json') as IntakeFile;
export const clockRules = (readJson('bpmn/nguon-tin/manifest.json') as { clockRules: ClockRule[] }).clockRules;

export const intakeCalendar: Calendar = calendarOf({
  timeZone: 'Asia/Ho_Chi_Minh',
  weekend: [6, 7],
  revision: 1,
  days: [
    ...intakeFile.header.calendar.holidays.map(({ date, name }) => ({ day: date, kind: 'HOLIDAY' as const, name })),
    ...intakeFile.header.calendar.workingSwapDays.map(({ date }) => ({ day: date, kind: 'WORKING' as const })),
  ],
});

/** A clock of the replay: what the core started, under an id of ours. */
export type ReplayedClock = StartedClock & { id: string };

export interface ReplayedStep {
  event: CaseEvent;
  started: ReplayedClock[];
  stopped: { clock: ReplayedClock; onTime: boolean; lateByMinutes: number }[];
  superseded: { clock: ReplayedClock; reason: string }[];
  overdue: ReplayedClock[];
  open: ReplayedClock[];
  problems: string[];
}

const URGENT = ['KHAN_24H', 'KHAN_48H_VUNG_XA'];
const ORDINARY = ['THUONG_7N', 'THUOC_THAM_QUYEN_CAP'];
const TRANSFERS = ['CHUYEN_CQDT_TINH', 'CHUYEN_AN_NINH_DT', 'CHUYEN_CQDT_QUAN_DOI', 'CHUYEN_CQDT_VKSNDTC'];
const NO_CRIME_SOURCE = ['TO_CAO', 'KHIEU_NAI', 'KIEN_NGHI', 'PHAN_ANH', 'DAN_SU_HANH_CHINH'];

/** Stands in for the decision table: from the officer's choices to what follows from them. */
export function consequencesOf(data: Record<string, unknown>): { clocks: string[]; externalTracking: boolean } {
  const classification = String(data.classification);
  const kind = String(data.sourceKindConfirmed);
  const clocks: string[] = [];
  if (URGENT.includes(classification)) clocks.push('R01', 'R03');
  if (ORDINARY.includes(classification)) clocks.push('R02');
  if (TRANSFERS.includes(classification)) clocks.push('R05');
  if (!NO_CRIME_SOURCE.includes(kind) && !data.r08WaivedReason) clocks.push('R08');
  if (kind === 'TO_CAO') clocks.push('R27');
  const followed = [...URGENT, ...ORDINARY, 'CHUYEN_CQDT_TINH'].includes(classification) && kind !== 'TRUY_NA';
  return { clocks, externalTracking: followed };
}

export interface ReplayOptions {
  rules?: readonly ClockRule[];
  params?: Record<string, unknown>;
  record?: Record<string, unknown>;
}

export function replay(intake: ReplayableCase, options: ReplayOptions = {}): ReplayedStep[] {
  const rules = options.rules ?? clockRules;
  const clocks = new Map<string, ReplayedClock>();
  const eventTimes: Record<string, Date> = {};
  const record: Record<string, unknown> = {
    kind: intake.sourceKind,
    remoteArea: intake.flags.remoteArea,
    handoverMode: intake.handover?.mode ?? null,
    administrativeViolation: intake.events.some((event) => event.event === 'CHUYEN_HS_VPHC'),
    ...options.record,
  };
  const facts: Record<string, unknown> = {};
  const steps: ReplayedStep[] = [];
  for (const event of intake.events) {
    const at = new Date(event.at);
    if (event.event === 'TIEP_NHAN' || event.event === 'BAO_DIEN_THOAI_CAP') record.receivedAtUnit ??= at.toISOString();
    if (event.event === 'PHAN_LOAI') {
      facts.consequences = consequencesOf(event.data);
      record.classification = event.data.classification;
      record.kindConfirmed = event.data.sourceKindConfirmed;
    }
    const decided = decideClocks({
      event: { code: event.event, at, data: event.data },
      rules,
      openClocks: [...clocks.values()].map(asOpen),
      context: {
        record,
        facts,
        params: { ...intakeFile.header.slaParameters, R30_ENABLED: intake.ward === 'tam-thanh', ...options.params },
        tenant: { id: intake.ward },
        case: {
          handlingUnit: intake.receivedAtCap === null ? intake.receivedByUnit : 'CAP',
          originUnit: intake.handover?.unit ?? null,
        },
      },
      eventTimes,
      calendar: intakeCalendar,
    });
    const take = (id: string): ReplayedClock => {
      const clock = clocks.get(id);
      if (!clock) throw new Error(`Expected clock ${id} to be open, but it is not`);
      clocks.delete(id);
      return clock;
    };
    const superseded = decided.superseded.map((one) => ({ clock: take(one.clockId), reason: one.reason.vi }));
    const stopped = decided.stopped.map((one) => ({ clock: take(one.clockId), ...one }));
    const started = decided.started.map((clock, index) => ({ ...clock, id: `${event.n}.${index}` }));
    for (const clock of started) clocks.set(clock.id, clock);
    const open = [...clocks.values()];
    const overdue = open.filter((clock) => stageOf(clock, at) === 'DUE');
    const problems = decided.problems.map((problem) => `${problem.ruleId} ${problem.code}: ${problem.en}`);
    steps.push({ event, started, stopped, superseded, overdue, open, problems });
    eventTimes[event.event] = at;
  }
  return steps;
}

function asOpen(clock: ReplayedClock): OpenClock {
  return { ...clock, state: 'RUNNING' };
}
