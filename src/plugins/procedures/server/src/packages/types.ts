// packages/ alone knows what a procedure package is made of: it reads one, judges it, and turns it into what a tenant
// deploys. No database, no network, no Strapi.
//
//   types.ts, *.schema.json   the contract of manifest.json and events.json
//   read-package.ts           files -> package                     check-package.ts, check/   what is wrong with it
//   rewrite-package.ts        package -> a tenant's deployment     unrewrite-package.ts       and back
//   plain-ids.ts              plain id <-> deployed id             broker-rules/              what the broker would refuse
//
// Owns the words in which a procedure package is spoken of: the manifest, the clock rules, the business events, and
// the package as it was read. `manifest.schema.json` and `events.schema.json` say the same to people and to ajv;
// `tests/unit/packages/schema.test.ts` holds the two together. Types only: nothing here runs.

/** A text shown to people, in Vietnamese and English. */
export interface LocalText {
  vi: string;
  en: string;
}

/** A string that starts with `=` is FEEL; any other string is a literal. */
export type Feel = string;

export interface Manifest {
  id: string;
  /** Semantic version, `1.0.0`. */
  version: string;
  title: LocalText;
  author: string;
  provenance: string;
  description?: LocalText;
  record: RecordDefinition;
  /** Plain id of the main process. */
  process: string;
  starts: StartDefinition[];
  parameters: Parameter[];
  variables: VariableDefinition[];
  candidateGroups: CandidateGroup[];
  clockRules: ClockRuleDefinition[];
  /** Words of the case states that events set, by code. */
  states?: Record<string, LocalText>;
  /** Words of the outcomes that events set, by code. */
  outcomes?: Record<string, LocalText>;
  /** Words of bodies that are no unit of the tenant, by code. */
  bodies?: Record<string, LocalText>;
  guardrails: Guardrail[];
  /** Extras of user tasks, by element id. */
  elements: Record<string, ElementDefinition>;
  /** Documents that are drawn up from Word templates of the package. */
  documents?: DocumentDefinition[];
  /** What rings at a desk until somebody acknowledges it. */
  alarms?: AlarmDefinition[];
  /** States in which cases wait for the desk, shown on its board in this order. */
  waiting?: { state: string; title: LocalText }[];
}

export interface AlarmDefinition {
  id: string;
  /** Codes of the events that may raise it. */
  events: string[];
  when?: Feel | null;
  title: LocalText;
  /** Candidate group that is rung: FEEL or a literal. */
  group: Feel;
  /** CASE: rings once a case; EVENT: once an event. */
  once?: 'CASE' | 'EVENT';
  /** An event entered later than this after it happened does not ring. */
  maxAgeHours?: number | null;
  /** What is said besides: FEEL that gives text; the people of the record are not in its context. */
  details?: { label: LocalText; value: Feel }[];
  /** Codes in the tenant's list of contacts: FEEL or literals. */
  contacts?: Feel[];
  /** What it asked for has been done. */
  until?: ClockTrigger[];
}

export interface RecordDefinition {
  contentType: string;
  /** Attribute that holds related people. */
  people?: string | null;
  /** Whose identity is sealed. */
  protection?: ProtectionDefinition | null;
  /** A number taken from a series when the start is confirmed. */
  numberSeries?: NumberSeries | null;
  /** Attribute in which staff type the number of another system. */
  externalReference?: string | null;
  receiptCode?: { field: string; when: Feel } | null;
  handlingUnit?: Feel | null;
  originUnit?: Feel | null;
  restricted?: Feel | null;
  participatingUnits?: Feel | null;
  /** What says where, when and what, for finding cases that resemble one another. */
  similar?: { place?: string; at?: string; text?: string } | null;
  /** What a record should say; while `missing` holds, the case shows `title` as still missing. Never a reason to refuse. */
  expected?: { title: LocalText; missing: Feel }[];
  summary?: { title: Feel; facets?: { path: string; title: LocalText }[] } | null;
  /** Related rows that a case page shows, written by events. */
  tables?: RelatedTableDefinition[];
  /** What merging and splitting cases is in the procedure; null: neither is done. */
  links?: CaseLinkDefinition | null;
}

export interface CaseLinkDefinition {
  merge?: {
    /** What happens to the case that is merged. */
    event: string;
    /** What the timeline of the other case says. */
    onTarget: string;
    /** HEAD: at once by the head of the handling unit, else with his approval. SECOND_PERSON: always by another. */
    approval: 'NONE' | 'HEAD' | 'SECOND_PERSON';
    law?: string | null;
    /** Who may ask for it; none: whoever works on the case. */
    groups?: string[];
    undo?: { event: string; onTarget: string } | null;
  } | null;
  split?: {
    /** What the timeline of the old case says. */
    event: string;
    approval: 'NONE' | 'HEAD';
    law?: string | null;
  } | null;
}

export interface RelatedTableDefinition {
  /** Attribute of the record that holds the rows. */
  attribute: string;
  title: LocalText;
  /** Attributes of a row, with words for codes; `body`: the value is the code of a unit or body. */
  columns: { name: string; title: LocalText; words?: Record<string, LocalText>; body?: boolean }[];
  /** Its rows are held in custody: who had each, when. Names attributes of a row. */
  custody?: {
    title: LocalText;
    legalBasis?: string | null;
    item: string;
    quantity?: string | null;
    condition?: string | null;
    sealNo?: string | null;
    takenAt?: string | null;
  } | null;
}

export interface ProtectionDefinition {
  /** Whether people of the record are protected. */
  when: Feel;
  /** Roles of the people who are; none named: everybody. */
  roles?: string[] | null;
  /** Attributes of a person that identify nobody; every other one is sealed. */
  kept: string[];
  /** For how long an opened identity may be read. */
  readMinutes?: Feel | number | null;
}

export interface NumberSeries {
  id: string;
  field: string;
  /** `{n}` and `{year}` are replaced. */
  format: string;
  /** What the book is called. */
  title?: LocalText;
  /** Who may keep numbers for work on paper. */
  reservedBy?: string[];
}

export interface StartDefinition {
  event: string;
  /** Plain name of the start message. */
  message: string;
  form: string;
  groups: string[];
  title: LocalText;
  /** The same start by a shorter form, for people who do not work in the panel. */
  outside?: OutsideStart[];
}

export interface OutsideStart {
  /** `anyone`: whoever is not signed in; `account`: people of `groups` with an account of the portal. */
  audience: 'anyone' | 'account';
  form: string;
  title: LocalText;
  /** From what was typed (record, task, params) to the record: path → FEEL. What is under `task` goes no further. */
  values: Record<string, Feel>;
  /** Events by which the receiving unit has acknowledged what was handed over. */
  acknowledgedBy?: string[];
}

export type ParameterValue = string | number | boolean | (string | number | boolean)[];

export interface Parameter {
  name: string;
  type: 'integer' | 'string' | 'boolean' | 'list';
  default: ParameterValue;
  min?: number | null;
  max?: number | null;
  /** The values that are allowed, if only some are. */
  options?: (string | number)[] | null;
  /** What they are called, by value. */
  optionTitles?: Record<string, LocalText>;
  unit?: string | null;
  title: LocalText;
  legalBasis?: string | null;
  /** True: an assumption of the design that nobody confirmed in law. */
  design?: boolean;
}

export interface VariableDefinition {
  name: string;
  type: 'string' | 'number' | 'boolean' | 'list' | 'context';
  from: Feel;
  title?: LocalText;
}

export interface CandidateGroup {
  /** `UNIT/role`. */
  id: string;
  title: LocalText;
}

export type Guardrail =
  | { kind: 'element'; process: string; element: string; law: string; title?: LocalText }
  | { kind: 'parameter'; name: string; min?: number | null; max?: number | null; law: string; title?: LocalText }
  /** A decision whose rules stay as they are; more may follow behind them. */
  | { kind: 'decision'; decision: string; law: string; title?: LocalText };

export interface ElementDefinition {
  form: string;
  title: LocalText;
  /** Rule ids whose open clock gives the task's due. */
  clocks?: string[];
  /** Element id of a task that must have been completed by somebody else. */
  differentFrom?: string | null;
  /** What a field of the form begins with when the record says nothing: path → FEEL. */
  prefill?: Record<string, Feel>;
}

export type ClockUnit = 'minutes' | 'hours' | 'calendarDays' | 'workingDays' | 'months' | 'daysBefore';

export interface ClockRuleDefinition {
  id: string;
  rule: string;
  variant?: string | null;
  version: number;
  title: LocalText;
  legalBasis?: string | null;
  confirmation: ClockConfirmation;
  /** Who answers for it: FEEL or a literal unit code. */
  owner?: Feel | null;
  tracking: 'ENFORCED' | 'EXTERNAL';
  unit: ClockUnit;
  /** A number or FEEL. */
  length: number | Feel;
  rolling: 'NEXT_WORKING_DAY' | 'NONE';
  startEventName?: string | null;
  start: ClockStart[];
  /** `clock:<rule>.dueAt`: due is the earlier of the two. */
  notAfter?: string | null;
  stop: ClockTrigger[];
  supersede?: (ClockTrigger & { reason?: LocalText })[];
  pause?: ClockTrigger[];
  resume?: ClockTrigger[];
}

export interface ClockTrigger {
  event: string;
  when?: Feel | null;
}

export interface ClockStart extends ClockTrigger {
  /** `event` | `record.<path>` | `event:CODE1,CODE2` | `clock:<rule>`. */
  anchor: string;
}

export interface ClockConfirmation {
  state: 'UNCONFIRMED' | 'CONFIRMED';
  by?: string | null;
  at?: string | null;
  document?: string | null;
}

export interface EventDefinition {
  code: string;
  title: LocalText;
  /** Alternatives: the first that the case's position offers is used. */
  by: EventSource[];
  /** Form for message and record kinds. */
  form?: string | null;
  /** From the API's event data to form values. */
  values?: Record<string, Feel>;
  decisions?: EventDecision[];
  /** Record attributes set by the event. */
  set?: Record<string, Feel>;
  /** Rows of related content types that the event adds or completes. */
  rows?: RowEffect[];
  state?: Feel | null;
  outcome?: Feel | null;
  outcomeGround?: Feel | null;
  publicStatus?: PublicStatus | (PublicStatus & { when?: Feel })[] | null;
  /** List of `{who, rule}`, or FEEL that gives it. */
  notices?: Feel | { who: string; rule: string }[] | null;
  /** Unit that acts, as FEEL or a literal. */
  actor?: Feel | null;
  /** What was recorded may be corrected: who has to agree, and who may ask (none: whoever works on the case). */
  correction?: { approval: 'NONE' | 'HEAD' | 'SECOND_PERSON'; groups?: string[] };
}

export interface RowEffect {
  /** Attribute of the record that holds the rows. */
  to: string;
  /** `change` completes the newest row that `where` and `open` name; without one it adds. */
  act: 'add' | 'change';
  when?: Feel;
  /** FEEL list: one row for each `item`. */
  each?: Feel;
  /** Attributes with the values that the row must have. */
  where?: Record<string, string>;
  /** Attributes that the row must still lack. */
  open?: string[];
  values: Record<string, Feel>;
}

export type EventSource =
  | { kind: 'start' }
  | { kind: 'task'; element: string; with?: Record<string, unknown> }
  | { kind: 'message'; message: string; with?: Record<string, unknown> }
  | { kind: 'record'; when?: Feel }
  | { kind: 'scheduler' }
  | { kind: 'link' };

export interface EventDecision {
  /** Plain id of a decision of the package. */
  decision: string;
  /** Name under which the result is kept in the case's facts. */
  as: string;
  /** FEEL that is true when the act agrees with the result. */
  check?: Feel;
  problem?: LocalText;
}

export interface PublicStatus {
  status: string;
  text: LocalText;
}

export interface EventsFile {
  events: EventDefinition[];
}

/** A document that the procedure draws up: its template, when it is offered, and where its values come from. */
export interface DocumentDefinition {
  id: string;
  /** Path of the .docx inside the package. */
  file: string;
  title: LocalText;
  /** CASE: drawn up for a case. COVER: the cover of a case's file, with its list of contents. */
  use?: 'CASE' | 'COVER';
  formNumber?: string | null;
  legalBasis?: string | null;
  confirmation: ClockConfirmation;
  /** Day, 2026-11-22. */
  effectiveFrom: string;
  effectiveTo?: string | null;
  /** Offered on a case after any of these events, while `when` holds. */
  offered?: { events?: string[]; when?: Feel | null };
  /** Whether it is the one to print as soon as the case has been started. */
  atStart?: Feel | null;
  /** Who may draw it up and issue it; none: whoever works on the case. */
  groups?: string[];
  /** Whose letterhead; default: the handling unit. */
  unit?: Feel | null;
  /** `{n}`, `{year}` and `{symbol}` (of the letterhead) are replaced. */
  numberSeries?: { id: string; format: string } | null;
  /** What stands in the template, by placeholder. */
  values: Record<string, DocumentValue>;
}

export interface DocumentField {
  from: Feel;
  as?: 'text' | 'date' | 'datetime' | 'time' | 'shortDate' | 'number' | 'upper' | 'lines' | 'flag';
  /** Field of a form whose labels say the value in words. */
  words?: string;
  /** How many dotted lines stand where nothing is known. */
  lines?: number;
  /** What stands there instead of a dotted line. */
  empty?: string;
  /** Filled on blank forms too. */
  onBlank?: boolean;
  /** Shown when the template is looked at. */
  sample?: string;
}

/** A value, or a list: one row for each item (`item`, `index`) of the FEEL list. */
export type DocumentValue =
  | Feel
  | DocumentField
  | { each: Feel; fields: Record<string, Feel | DocumentField>; blankRows?: number };

export type PackageFileKind = 'manifest' | 'events' | 'bpmn' | 'dmn' | 'form' | 'scenario' | 'document' | 'other';

export interface PackageFile {
  /** Path inside the package with `/`, e.g. `scenarios/a.json`. */
  path: string;
  kind: PackageFileKind;
  content: Buffer;
}

/** A form-js schema as it lies on disk. */
export interface FormSchema {
  id?: string;
  type?: string;
  schemaVersion?: number;
  components: FormComponent[];
  [other: string]: unknown;
}

export interface FormComponent {
  type: string;
  id?: string;
  key?: string;
  path?: string;
  label?: string;
  components?: FormComponent[];
  [other: string]: unknown;
}

/** One finding of the check command. An error means that the package may not be published. */
export interface Finding {
  severity: 'error' | 'warning';
  code: string;
  file: string;
  element: string | null;
  vi: string;
  en: string;
}
