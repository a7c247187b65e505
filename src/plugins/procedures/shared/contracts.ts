/**
 * The contract between the admin pages and the server: request and response bodies of /procedures/*.
 * Plain types only, so that either half may import it; instants are ISO strings (UTC), days are `YYYY-MM-DD`.
 */

import type { ActingNote } from './acting-note';
import type { CorrectionView, EventDetail } from './corrections-contract';
import type { DraftStamp } from './draft-stamp';
import type { ReservedNumber, SimilarPaths } from './intake-contract';
import type { NextStep } from './next-step';
import type { RelatedTable } from './related-contract';

export interface Bilingual {
  vi: string;
  en: string;
}
/** Form values as form-js gives them, split by where they are kept (`record.*` and `task.*` paths). */
export type FormValues = Record<string, unknown>;
/** A form-js schema; its inner shape belongs to form-js. */
export type FormSchema = Record<string, unknown>;

/* errors */
export interface FieldProblem {
  /** path of the field as in the form's key, e.g. `record.persons[0].name` */
  path: string;
  vi: string;
  en: string;
}
export interface ErrorBody {
  error: {
    code: string;
    vi: string;
    en: string;
    detail?: { problems?: FieldProblem[]; takenBy?: string; [name: string]: unknown };
  };
}

/* who am I */
export type PageId =
  | 'tasks'
  | 'boards'
  | 'cases'
  | 'intake'
  | 'duty'
  | 'people'
  | 'identities'
  | 'templates'
  | 'calendar'
  | 'operations'
  | 'integration'
  | 'packages'
  | 'notifications';
export interface Me {
  person: { id: string; fullName: string };
  tenant: { id: string; name: string; demo: boolean };
  groups: string[];
  units: { code: string; name: string }[];
  isHead: boolean;
  pages: PageId[];
}

/* clocks */
export type ClockState = 'RUNNING' | 'PAUSED' | 'MET' | 'MISSED' | 'SUPERSEDED';
export type ClockStage = 'NEUTRAL' | 'AMBER' | 'DUE' | 'ESCALATED';
export type ConfirmationState = 'UNCONFIRMED' | 'CONFIRMED';
export interface Confirmation {
  state: ConfirmationState;
  by?: string | null;
  at?: string | null;
  document?: string | null;
}
export interface ClockView {
  id: string;
  rule: string;
  variant: string | null;
  title: Bilingual;
  legalBasis: string;
  /** null: the office has set the term itself, so there is no law to be confirmed */
  confirmation: Confirmation | null;
  owner: string;
  /** its name; absent or null: the code is all that is known here */
  ownerTitle?: Bilingual | null;
  tracking: 'ENFORCED' | 'EXTERNAL';
  state: ClockState;
  stage: ClockStage;
  startAt: string;
  dueAt: string;
  amberAt: string;
  stoppedAt: string | null;
  supersededReason?: Bilingual | null;
  /** the clock that stands in its place; null: none */
  supersededBy?: string | null;
  derivation: Bilingual;
  /** share of the term that has passed when the server answered; above 1 once overdue */
  elapsedRatio: number;
  pausedRanges: { from: string; to: string | null }[];
}

/* tasks */
export interface TaskRow {
  id: string;
  title: string;
  elementId: string;
  caseId: string;
  bookNo: string | null;
  caseTitle: string;
  caseState: string;
  /** words for `caseState`; the code itself is shown when absent */
  caseStateTitle?: Bilingual | null;
  handlingUnit: string;
  handlingUnitName?: string | null;
  assignee: { id: string; name: string } | null;
  candidateGroups: string[];
  openedAt: string;
  version: number;
  state?: 'OPEN' | 'COMPLETING' | 'COMPLETED' | 'CANCELLED';
  clock: ClockView | null;
}
/** What is kept of an act that is being typed. */
export interface TaskDraftContent {
  values: FormValues;
  /** when it happened, if not now */
  at: string | null;
  /** why it is entered late; '' = nothing was said */
  lateReason: string;
}
export interface TaskDraft extends TaskDraftContent {
  savedAt: string;
  /** set when an action was superseded and its values were kept here */
  reason: string | null;
}
export interface TaskDetail {
  task: TaskRow & { formId: string | null; constraints: Record<string, unknown> };
  form: FormSchema | null;
  /** `facts`: what decisions said so far and propose now; conditions of the form may read it */
  values: { record: Record<string, unknown>; task: Record<string, unknown>; facts?: Record<string, unknown> };
  draft: TaskDraft | null;
  case: CaseSummary;
  clocks: ClockView[];
  /** result of the package's proposing decision, plain values shown as a hint */
  proposal: Record<string, unknown> | null;
  modelUrl: string | null;
  /** what can follow, by the drawing */
  next?: NextStep[];
  permissions: {
    claim: boolean;
    release: boolean;
    complete: boolean;
    delegate?: boolean;
    /** why the reader can do nothing with it, in words; null: something can be done, or another has it */
    why?: Bilingual | null;
  };
}
export interface ClaimTaskBody {
  version: number;
}
export interface ReleaseTaskBody {
  version: number;
  reason: string;
}
/** answer of claim and release: the task as it is now */
export interface TaskAnswer {
  task: TaskRow;
}
export interface SaveDraftBody extends TaskDraftContent {
  stamp: DraftStamp;
}
export interface SaveDraftAnswer {
  savedAt: string;
}
export interface CompleteTaskBody {
  version: number;
  values: FormValues;
  at?: string;
  lateReason?: string;
  /** the package version that the form was read in: another one's form is refused, with what differs */
  packageVersion?: string;
}

/* actions: what a person did, until the engine's record confirms it */
export type ActionState = 'STAGED' | 'SENT' | 'CONFIRMED' | 'SUPERSEDED' | 'BLOCKED';
export interface CompleteTaskAnswer {
  actionId: string;
  state: ActionState;
  next: TaskRow | null;
}
export interface ActionView {
  id: string;
  state: ActionState;
  reason: Bilingual | null;
  caseId: string | null;
  result: Record<string, unknown> | null;
  next: TaskRow | null;
}

/* cases */
export interface StartForm {
  packageId: string;
  event: string;
  title: Bilingual;
  form: FormSchema;
  groups: string[];
  /** The version of the package whose form this is. */
  version: string;
  /** What of the form is compared with cases that are known; null: nothing. */
  similar: SimilarPaths | null;
}
export interface StartCaseBody {
  packageId: string;
  event: string;
  values: FormValues;
  at?: string;
  lateReason?: string;
  /** The version whose form was filled in; another one's may ask something else. */
  version?: string;
  /** The paper's number, of a block that was reserved. */
  reserved?: ReservedNumber | null;
  /** Cases that may be about the same. */
  suspected?: string[];
  /** An entry that holds nothing is asked about (ENTRY_EMPTY) before it takes a number; this is the answer. */
  confirmedEmpty?: boolean;
  /** uuid made by the page once per entry: the same one again is the same case */
  clientId: string;
}
export interface StartCaseAnswer {
  caseId: string;
  receiptCode: string | null;
  actionId: string;
  state: ActionState;
  bookNo: string | null;
  /** whether who entered it may still read and draw up its documents: another unit may have it already */
  documents: boolean;
}
export type CaseLife = 'STARTING' | 'ACTIVE' | 'COMPLETED' | 'CANCELLED' | 'HELD';
export interface CaseRow {
  id: string;
  packageId: string;
  bookNo: string | null;
  receiptCode: string | null;
  title: string;
  state: string;
  stateTitle?: Bilingual | null;
  life: CaseLife;
  handlingUnit: string;
  handlingUnitName?: string | null;
  restricted: boolean;
  receivedAt: string;
  updatedAt: string;
  clock: ClockView | null;
}
export interface CaseQuery {
  q?: string;
  state?: string;
  page?: number;
  pageSize?: number;
}
export interface CaseList {
  items: CaseRow[];
  total: number;
  /** states in use, for the filter */
  states?: { code: string; title: Bilingual; count: number }[];
}
export interface CaseSummary extends CaseRow {
  packageVersion: string;
  packageTitle?: Bilingual | null;
  originUnit: string | null;
  originUnitName?: string | null;
  outcome: string | null;
  /** words for `outcome`; the code itself is shown when absent */
  outcomeTitle?: Bilingual | null;
  outcomeGround: string | null;
  publicStatus: string | null;
  publicText: Bilingual | null;
  participatingUnits: string[];
  facts?: Record<string, unknown>;
}
/** A field of the record, labelled by the server, in the order of the package's form. */
export interface RecordField {
  path: string;
  label: Bilingual;
  /** the value as it is kept (a code), for programs */
  raw?: unknown;
  /** what to show: plain text, number, yes/no, ISO instant, list; null = empty */
  value: unknown;
  type?: 'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'list';
  /** sealed content: the value is not there, `seal` says who may open it */
  sealed?: boolean;
}
export interface Seal {
  /** who may open it and how to ask, in plain words */
  who: Bilingual;
  how: Bilingual;
}
export interface CasePerson {
  id: string;
  role: Bilingual;
  sealed: boolean;
  seal?: Seal | null;
  /** empty when sealed */
  fields: RecordField[];
}
export interface CaseTask {
  id: string;
  title: string;
  elementId: string;
  state: 'OPEN' | 'COMPLETING' | 'COMPLETED' | 'CANCELLED';
  assignee: { id: string; name: string } | null;
  candidateGroups: string[];
  openedAt: string;
  completedAt: string | null;
  completedBy: { id: string; name: string } | null;
  /** set when it was done on another's behalf */
  actingFor?: ActingNote | null;
  clock: ClockView | null;
}
export interface CaseEvent {
  id: string;
  seq: number;
  code: string;
  title: Bilingual;
  businessAt: string;
  enteredAt: string;
  lateReason: string | null;
  person: { id: string; name: string } | null;
  /** set when the person acted for another */
  actingFor?: ActingNote | null;
  actor: string | null;
  /** name of the unit or body that acted; null: the code is all that is known */
  actorTitle?: Bilingual | null;
  stateAfter: string;
  stateAfterTitle?: Bilingual | null;
  publicStatus?: string | null;
  publicText: Bilingual | null;
  /** what its paper says, for whoever reads the record */
  details?: EventDetail[];
  /** id of the event in whose place it stands */
  corrects?: string | null;
  /** id of the event that stands in its place */
  correctedBy?: string | null;
  /** the last correction that was asked for */
  correction?: CorrectionView | null;
  mayCorrect?: boolean;
}
export interface CaseNotice {
  id: string;
  kind: 'REQUIRED' | 'CLOCK' | 'REMINDER';
  recipient: string;
  recipientTitle?: Bilingual | null;
  rule?: string | null;
  text: Bilingual;
  createdAt: string;
  readAt: string | null;
}
export interface CaseOffer {
  code: string;
  title: Bilingual;
  kind: 'message' | 'record';
  form: FormSchema | null;
}
export interface CaseDetail {
  case: CaseSummary;
  record: RecordField[];
  persons: CasePerson[];
  tasks: CaseTask[];
  clocks: ClockView[];
  events: CaseEvent[];
  notices: CaseNotice[];
  /** what its events have written beside the record */
  related: RelatedTable[];
  /** what the package expects of a record and this one does not say yet */
  missing: Bilingual[];
  /** plain element ids of the main model */
  position: { active: string[]; done: string[] };
  modelUrl: string | null;
  offers: CaseOffer[];
  /** the reader may see who read and changed the case */
  mayAudit?: boolean;
  /** how much of it the reader sees: all, state and terms, or only state and dates */
  access: 'content' | 'summary' | 'status';
}
export interface RecordEventBody {
  code: string;
  values?: FormValues;
  data?: Record<string, unknown>;
  at?: string;
  lateReason?: string;
}
export interface RecordEventAnswer {
  actionId: string;
  state: ActionState;
}

/* calendar and clock rules */
export type DayKind = 'HOLIDAY' | 'WORKING';
export type DayStatus = 'LAW' | 'DECIDED' | 'ASSUMED';
export interface CalendarDay {
  day: string;
  kind: DayKind;
  name: string;
  status: DayStatus;
}
export interface CalendarYear {
  year: number;
  /** ISO weekdays that do not work, e.g. [6, 7] */
  weekend: number[];
  revision: number;
  days: CalendarDay[];
  permissions: { edit: boolean };
}
export type PutCalendarDayBody = Omit<CalendarDay, 'day'>;
export type ClockUnit = 'minutes' | 'hours' | 'calendarDays' | 'workingDays' | 'months' | 'daysBefore';
export interface ClockRuleDefinition {
  id: string;
  rule: string;
  variant: string | null;
  version: number;
  title: Bilingual;
  legalBasis: string;
  confirmation: Confirmation;
  owner: string;
  tracking: 'ENFORCED' | 'EXTERNAL';
  unit: ClockUnit;
  /** a number, or a FEEL expression that starts with "=" */
  length: number | string;
  rolling: 'NEXT_WORKING_DAY' | 'NONE';
  [name: string]: unknown;
}
export interface ClockRuleRow {
  packageId: string;
  id: string;
  version: number;
  definition: ClockRuleDefinition;
  createdAt: string;
  /** earlier versions, newest first */
  history?: { version: number; createdAt: string; reason?: string | null }[];
}
export interface ClockRuleList {
  items: ClockRuleRow[];
  permissions: { edit: boolean };
}
export interface NewClockRuleVersionBody {
  packageId: string;
  /** the version in force that was read */
  version: number;
  /** what differs from the active version */
  definition: Partial<Pick<ClockRuleDefinition, 'length' | 'unit' | 'legalBasis' | 'rolling' | 'confirmation'>>;
  reason: string;
}

/* operations */
export interface IncidentView {
  key: string;
  caseId: string | null;
  bookNo: string | null;
  elementId: string;
  elementTitle?: string | null;
  errorType: string;
  /** the engine's own message; holds no personal data */
  message: string;
  /** what it means and what to do, in plain words, when the server knows */
  plain?: Bilingual | null;
  createdAt: string;
}
export interface InstanceGroup {
  packageId: string;
  packageVersion: string;
  processId: string;
  title?: Bilingual | null;
  active: number;
  incidents: number;
}
export interface WaitingAction {
  id: string;
  kind: 'START_CASE' | 'COMPLETE_TASK' | 'PUBLISH_MESSAGE' | 'RECORD_EVENT';
  caseId: string | null;
  state: ActionState;
  attempts: number;
  enteredAt: string;
  lastAnswer: string | null;
}
export interface OperationsView {
  engine: { connected: boolean; version: string | null; engineId: string; address: string };
  records: { lag: { partitionId: number; lastPosition: string; cursor: string }[] };
  instances: InstanceGroup[];
  incidents: IncidentView[];
  actions: { staged: number; blocked: number; items?: WaitingAction[] };
}
