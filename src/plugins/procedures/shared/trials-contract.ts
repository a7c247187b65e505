/**
 * The contract of trying a procedure before it is published: what a scenario says, what a trial saw, how the two compare.
 * A scenario is a file `scenarios/<name>.json` of a package; its documented form is server/src/packages/scenarios/scenario.schema.json.
 */
import type { Bilingual, FormSchema, FormValues } from './contracts';
import type { ResultField } from './service-tasks-contract';

/** A task that a scenario expects to be open: its element, or its element with who may do it and when it is due. */
export type ExpectedTask = string | { element: string; candidates?: string[]; due?: string };

export interface ExpectedClock {
  rule: string;
  variant?: string;
  state?: string;
  stage?: string;
  due?: string;
}

export interface ExpectedNotice {
  recipient: string;
  rule?: string;
}

/** What must hold after a step. Whatever is not named is not looked at; `tasks` names all that are open. */
export interface StepExpectation {
  state?: string;
  outcome?: string | null;
  ground?: string | null;
  ended?: boolean;
  tasks?: ExpectedTask[];
  clocks?: ExpectedClock[];
  notices?: ExpectedNotice[];
  /** Documents that may be drawn up now, by their id in the manifest. */
  documents?: string[];
  /** true: the case has a number of its book. Which one, no trial can know. */
  numbered?: boolean;
  passed?: string[];
  notPassed?: string[];
  facts?: Record<string, unknown>;
  /** The step itself must be refused, with this code (VALUES_REFUSED, EVENT_NOT_OFFERED, ...). */
  refused?: string;
}

/** What another system answers an HTTP step in a trial, which calls nobody; status 0: it does not answer at all. */
export interface TrialHttpAnswer {
  element: string;
  status: number;
  body?: unknown;
}

/** One thing that is done: exactly one of event, complete, message, advance. */
export interface ScenarioStep {
  /** A business event by its code; the first step of a scenario is the event of a start. */
  event?: string;
  /** A task by its element, with the values of its form. */
  complete?: string;
  /** A message from outside by its name in the model, with variables of the manifest. */
  message?: string;
  /** Time alone: to an instant, to the next due instant of a clock of the case, or by a duration (P3D, PT4H). */
  advance?: { to?: string; by?: string };
  /** When it happens; the clock is moved there first. Without it: where the clock stands. */
  at?: string;
  /** UNIT/role that does it; without it, the first that may. */
  as?: string;
  data?: Record<string, unknown>;
  values?: FormValues;
  variables?: Record<string, unknown>;
  note?: string;
  /** From this step on. */
  http?: TrialHttpAnswer[];
  expect?: StepExpectation;
}

export interface Scenario {
  title: Bilingual;
  description?: Bilingual;
  given?: {
    /** Where the clock stands before the first step. */
    at?: string;
    /** Parameters of the package that differ from the tenant's. */
    parameters?: Record<string, unknown>;
    /** What the record says beforehand, under what the first step enters. */
    record?: Record<string, unknown>;
  };
  steps: ScenarioStep[];
}

export interface TrialTask {
  id: string;
  element: string;
  title: string;
  candidates: string[];
  due: string | null;
  openedAt: string;
}

export interface TrialClock {
  /** Of one variant of a rule; a scenario may name either. */
  ruleId: string;
  rule: string;
  variant: string | null;
  title: Bilingual | null;
  state: string;
  stage: string;
  startAt: string;
  due: string;
}

/** One element that the case went through, in order. */
export interface TrialPassage {
  element: string;
  type: string;
  isFlow: boolean;
  /** null: it is still there. */
  ended: boolean;
}

export interface TrialDecision {
  decision: string;
  /** Numbers of the rows that matched, from 1. */
  rules: number[];
  output: unknown;
}

/** Where a trial case stands. */
export interface TrialObservation {
  at: string;
  life: string;
  state: string;
  stateTitle: Bilingual | null;
  outcome: string | null;
  ground: string | null;
  bookNo: string | null;
  tasks: TrialTask[];
  clocks: TrialClock[];
  notices: { recipient: string; rule: string | null; text: Bilingual }[];
  documents: string[];
  facts: Record<string, unknown>;
  path: TrialPassage[];
  active: string[];
  variables: Record<string, unknown>;
  decisions: TrialDecision[];
  incidents: { element: string; message: string }[];
  /** What would have been sent to other systems. */
  calls: { element: string; method: string; path: string; body: unknown; status: number }[];
}

/** One expectation and what became of it. */
export interface TrialVerdict extends Bilingual {
  ok: boolean;
  what: keyof StepExpectation | 'step';
  expected: unknown;
  actual: unknown;
  /** The element that it is about, for the diagram. */
  element: string | null;
  /** Why the run stood elsewhere: which decision went which way; null where it is plain. */
  why: Bilingual | null;
}

export interface StepResult {
  step: number;
  /** What was done, in words. */
  title: Bilingual;
  at: string;
  ok: boolean;
  /** null: done; else why it was refused. */
  refused: (Bilingual & { code: string }) | null;
  /** How many passages the path had after this step. */
  pathLength: number;
  state: string | null;
  tasks: string[];
  verdicts: TrialVerdict[];
}

export interface CoverageOfModel {
  file: string;
  process: string;
  elements: { id: string; name: string; type: string; passed: boolean }[];
  /** Flows that leave a place with a choice. */
  branches: { id: string; name: string; from: string; to: string; passed: boolean }[];
}

export interface TrialCoverage {
  models: CoverageOfModel[];
  elements: { passed: number; all: number };
  branches: { passed: number; all: number };
}

export interface ScenarioResult {
  file: string;
  title: Bilingual;
  ok: boolean;
  steps: StepResult[];
  path: TrialPassage[];
  active: string[];
  milliseconds: number;
  /** Business time that went by, in days. */
  days: number;
}

/** What a trial host is given to make a tenant of its own. */
export interface TrialWorld {
  timeZone: string;
  units: { code: string; name: string; parent: string | null; external: boolean }[];
  weekend: number[];
  days: { day: string; kind: 'HOLIDAY' | 'WORKING'; name: string }[];
  /** What the tenant's connections allow; neither address nor header. */
  connections?: { id: string; name: string; methods: string[]; sends: string[]; sensitive: boolean }[];
  parameters: Record<string, unknown>;
}

/** What somebody who tries by hand may do next. */
export interface TrialChoices {
  tasks: {
    id: string;
    element: string;
    title: string;
    candidates: string[];
    due: string | null;
    form: FormSchema | null;
    values: FormValues;
  }[];
  offers: { code: string; title: Bilingual; form: FormSchema | null }[];
  nextDue: { rule: string; at: string } | null;
}

/* The page "Thử" of a draft. */

export interface TrialScenarioRow {
  file: string;
  title: Bilingual;
  steps: number;
  last: {
    ok: boolean;
    ranAt: string;
    ranBy: { id: string; name: string };
    stale: boolean;
    result: ScenarioResult;
  } | null;
}

export type TrialRunState = 'STARTING' | 'RUNNING' | 'DONE' | 'FAILED';

/** The run of a draft's scenarios that is on its way, or was last. */
export interface TrialRunView {
  id: string;
  state: TrialRunState;
  startedBy: { id: string; name: string };
  files: string[];
  /** How many have ended. */
  done: number;
  current: { file: string; step: number; steps: number; title: Bilingual } | null;
  failure: Bilingual | null;
}

/** What the forms of a scenario offer. */
export interface ScenarioChoices {
  starts: { event: string; title: Bilingual; form: FormSchema | null }[];
  events: { code: string; title: Bilingual; form: FormSchema | null }[];
  tasks: { element: string; title: Bilingual; form: FormSchema | null }[];
  states: { code: string; title: Bilingual }[];
  outcomes: { code: string; title: Bilingual }[];
  clocks: { rule: string; title: Bilingual }[];
  groups: { id: string; title: string }[];
  elements: { id: string; name: string }[];
  /** Steps that call another system. */
  httpSteps: { element: string; title: string; results: ResultField[] }[];
}

export type FailingTrials = 'REASON' | 'REFUSE';

export interface DraftTrials {
  scenarios: TrialScenarioRow[];
  /** null: nothing has been tried yet. */
  coverage: TrialCoverage | null;
  run: TrialRunView | null;
  /** null: the files make no package yet; see the check. */
  choices: ScenarioChoices | null;
  mainModel: string;
  /** Trials by hand that are open on this server, of all tenants, and how many there may be. */
  open: { count: number; max: number; idleMinutes: number };
  policy: { failing: FailingTrials };
}

export interface StartedRecording {
  id: string;
}

export interface RecordedStepAnswer {
  result: StepResult;
  seen: TrialObservation | null;
  choices: TrialChoices | null;
}

/** Of a proposal: how its scenarios stood when it was made. */
export interface ProposedTrials {
  scenarios: {
    file: string;
    title: Bilingual;
    state: 'HELD' | 'FAILED' | 'STALE' | 'NOT_TRIED';
    ranAt: string | null;
  }[];
  reason: string | null;
}
