/** The contract of "Quy trình": packages, their drafts, what is wrong with them, and publishing by two people. */
import type { Block } from './blocks-contract';
import type { Bilingual } from './contracts';
import type { ConnectionChoice } from './service-tasks-contract';
import type { ProposedTrials } from './trials-contract';

interface Named {
  id: string;
  name: string;
}

export interface PackageVersion {
  version: string;
  publishedAt: string;
  inForce: boolean;
  /** came with the software and was never in force here */
  offered: boolean;
  note: string | null;
  proposedBy: string | null;
  decidedBy: string | null;
}

export interface DraftRow {
  id: string;
  packageId: string;
  baseVersion: string;
  createdBy: Named;
  changedBy: Named;
  changedAt: string;
}

/** What the version in force changed since a draft was made from `base`; no files: it changed none, or is that version. */
export interface NewerVersion {
  base: string;
  version: string;
  /** BOTH: the draft changed it too, and a person says whose stays */
  files: { path: string; how: 'TAKEN' | 'MERGED' | 'BOTH' }[];
}

export type PublicationState = 'PROPOSED' | 'APPROVED' | 'IN_FORCE' | 'REFUSED' | 'WITHDRAWN' | 'FAILED';

export interface PublicationRow {
  id: string;
  packageId: string;
  version: string;
  baseVersion: string;
  kind: 'CHANGE' | 'ROLLBACK';
  restores: string | null;
  note: string;
  state: PublicationState;
  effectiveAt: string | null;
  proposedBy: Named;
  proposedAt: string;
  decidedBy: Named | null;
  decidedAt: string | null;
  decisionReason: string | null;
  failure: Bilingual | null;
}

export interface PackageRow {
  id: string;
  title: Bilingual;
  description: Bilingual | null;
  version: string;
  /** of the model that holds the main process */
  modelUrl: string;
  versions: PackageVersion[];
  /** empty for whoever only reads */
  drafts: DraftRow[];
  publications: PublicationRow[];
}

export interface PackageList {
  items: PackageRow[];
  permissions: { edit: boolean };
}

export type DraftFileKind = 'bpmn' | 'dmn' | 'form' | 'json' | 'binary';

export interface DraftFileRow {
  path: string;
  kind: DraftFileKind;
  revision: number;
  changedBy: Named;
  changedAt: string;
}

/** An element that the law keeps in place. */
export interface Lock {
  process: string;
  element: string;
  law: string;
}

export interface Choice {
  value: string;
  label: string;
}

/** A variable that a path may depend on, with the values it can have when they are given. */
export interface ConditionVariable extends Choice {
  type: 'string' | 'number' | 'boolean';
  options: Choice[];
}

/** An answer on the form of a step that may become a variable: never what somebody typed. */
export interface StepAnswer extends ConditionVariable {
  step: string;
  /** `=task.<path>` */
  from: string;
}

/** An attribute of the record that a form may fill. */
export interface RecordField extends Choice {
  /** `record.<attribute>` is the value; this is what it holds. */
  holds: 'text' | 'number' | 'boolean' | 'date' | 'list';
}

/** What the lists of the modeler offer: of this tenant and this package. */
export interface DraftChoices {
  groups: Choice[];
  forms: Choice[];
  clocks: Choice[];
  documents: Choice[];
  events: Choice[];
  processes: Choice[];
  /** who can be told: groups, whole units, whoever leads one */
  recipients: Choice[];
  connections: ConnectionChoice[];
  variables: ConditionVariable[];
  answers: StepAnswer[];
  recordFields: RecordField[];
}

/** How a user task or a wait stands in the package, by element id. */
export type TaskSettings = Record<
  string,
  {
    form: string;
    clocks: string[];
    differentFrom: string | null;
    /** the event that it is */
    event: string | null;
    /** documents offered after it */
    documents: string[];
  }
>;

export type ClockLengthUnit = 'minutes' | 'hours' | 'calendarDays' | 'workingDays' | 'months';

/** A term of the draft as the form "Hạn" shows it. */
export interface DraftClockRule {
  id: string;
  title: Bilingual;
  unit: string;
  /** null: by an expression, which the form does not change */
  length: number | null;
  legalBasis: string | null;
  startEvents: string[];
  stopEvents: string[];
  /** what uses it */
  steps: string[];
  /** made by the form and changed by it: neither an expression nor a law is in it */
  isSimple: boolean;
}

/** A term as the form sends it; the server makes the key. */
export interface ClockRuleInput {
  id: string | null;
  title: string;
  length: number;
  unit: ClockLengthUnit;
  /** Counted from when this happens. */
  startEvent: string;
  stopEvents: string[];
  legalBasis: string | null;
}

export interface DraftView {
  draft: DraftRow;
  title: Bilingual;
  versionInForce: string;
  mainModel: string;
  files: DraftFileRow[];
  locks: Lock[];
  choices: DraftChoices;
  tasks: TaskSettings;
  blocks: Block[];
  clockRules: DraftClockRule[];
}

export interface DraftFileText {
  path: string;
  revision: number;
  text: string;
}

export interface Saved {
  revision: number;
  changedAt: string;
}

export interface PackageProblem extends Bilingual {
  severity: 'error' | 'warning';
  code: string;
  file: string;
  element: string | null;
}

export interface CheckResult {
  problems: PackageProblem[];
  errors: number;
}

/** MOVED: only drawn elsewhere. */
export type ChangeKind = 'ADDED' | 'REMOVED' | 'CHANGED' | 'MOVED';

/** One thing that differs from the version in force, in words. */
export interface PackageChange extends Bilingual {
  kind: ChangeKind;
  file: string;
  element: string | null;
  /** whole values, as people read them; null: there is none */
  properties: { name: string; before: string | null; after: string | null }[];
}

/** A drawing as it is and as proposed; null: it is not there. */
export interface ChangedModel {
  file: string;
  inForce: string | null;
  proposed: string | null;
}

export interface PublicationView {
  publication: PublicationRow;
  title: Bilingual;
  changes: PackageChange[];
  problems: PackageProblem[];
  /** the version that came into force since it was made: it is not approved then; null: none */
  overtakenBy: string | null;
  /** how its scenarios stood when it was proposed; null: an earlier version comes back */
  trials: ProposedTrials | null;
  /** every drawing that changes; when none does, the one of the main process */
  models: ChangedModel[];
  /** move: running cases to what is in force now */
  permissions: { decide: boolean; withdraw: boolean; move: boolean };
}

/** Who may be the second person for a new version; never who proposed it. */
export interface ApproverRules {
  /** another administrator of procedures */
  administrators: boolean;
  /** units whose heads may; null: of any unit */
  units: string[] | null;
}

export interface ApproverSettings {
  rules: ApproverRules;
  /** 0: nothing decided yet */
  version: number;
  /** the tenant's own units, with whether anybody heads them now */
  units: { code: string; name: string; hasHead: boolean }[];
}
