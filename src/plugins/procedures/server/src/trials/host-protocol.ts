// Owns what a trial host and its parent say to each other.
import type {
  ScenarioStep,
  StepResult,
  TrialChoices,
  TrialObservation,
  TrialWorld,
} from '../../../shared/trials-contract';
import type { DecisionReport } from '../engine/engine';

/** Files cross the channel as base64: it speaks JSON. */
export type PackedFiles = Record<string, string>;

/** What a host can be asked, and what it answers. */
export interface HostOperations {
  /** A tenant of its own for these files. */
  open: { args: { files: PackedFiles; world: TrialWorld | null }; answer: { session: string } };
  /** A case on its way from the first step; `given`: the record beforehand. */
  record: {
    args: { session: string; at: string; parameters?: Record<string, unknown>; given?: Record<string, unknown> };
    answer: { recording: string };
  };
  /** `choices`: also what may be done next, for whoever tries by hand. */
  step: { args: { recording: string; step: ScenarioStep; number: number; choices: boolean }; answer: RecordedStep };
  /** The case is over. */
  end: { args: { recording: string }; answer: Record<string, never> };
  close: { args: { session: string }; answer: Record<string, never> };
  /** The engine's own answer to FEEL (without a leading `=`) over these variables. */
  evaluate: { args: { expression: string; variables: Record<string, unknown> }; answer: EngineEvaluation };
  /** A DMN file (base64) is given to the engine, and these decisions of it are evaluated over these variables. */
  decide: {
    args: { name: string; content: string; decisions: string[]; variables: Record<string, unknown> };
    answer: EngineDecisions;
  };
}

/** `said` is the engine's own text; `value` is JSON. */
export type EngineEvaluation =
  | { kind: 'UNREADABLE'; said: string }
  | { kind: 'FAILED'; said: string }
  | { kind: 'DONE'; value: string; said: string };

/** One report for each decision asked for; null: the engine does not know it. */
export type EngineDecisions =
  | { kind: 'REFUSED'; said: string }
  | { kind: 'DECIDED'; reports: (DecisionReport | null)[] };

export interface RecordedStep {
  result: StepResult;
  seen: TrialObservation | null;
  choices: TrialChoices | null;
}

export type HostOperation = keyof HostOperations;

export interface HostRequest {
  id: number;
  op: HostOperation;
  args: never;
}

export interface HostFailure {
  code: string;
  status: number;
  vi: string;
  en: string;
  detail: unknown;
}

export type HostMessage =
  | { ready: true; pids: { broker: number; postgres: number } }
  | { failed: true; vi: string; en: string }
  | { id: number; value: unknown }
  | { id: number; failure: HostFailure };
