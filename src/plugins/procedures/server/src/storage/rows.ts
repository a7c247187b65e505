// Owns the shapes of the work tables (database/migrations/0002_work.sql) as TypeScript sees them.
import type { LocalText } from '../packages/types';

export interface CaseRecord {
  id: string;
  tenant_id: string;
  package_id: string;
  package_version: string;
  record_type: string;
  record_document_id: string;
  book_no: string | null;
  receipt_code: string | null;
  state: string;
  outcome: string | null;
  outcome_ground: string | null;
  handling_unit: string;
  origin_unit: string | null;
  restricted: boolean;
  participating_units: string[];
  facts: Record<string, unknown>;
  public_status: string | null;
  public_text: LocalText | null;
  life: 'STARTING' | 'ACTIVE' | 'COMPLETED' | 'CANCELLED' | 'HELD';
  received_at: Date;
  created_at: Date;
  updated_at: Date;
  /** For lists, see cases/case-listing.ts; null until it has been computed. */
  title: string | null;
  facets: string[];
}

export interface TaskRecord {
  id: string;
  case_id: string;
  tenant_id: string;
  engine_id: string;
  job_key: string;
  element_id: string;
  element_instance_key: string;
  process_id: string;
  title: string;
  form_id: string | null;
  candidate_groups: string[];
  constraints: { differentFrom?: string | null };
  assignee: string | null;
  state: 'OPEN' | 'COMPLETING' | 'COMPLETED' | 'CANCELLED';
  due_at: Date | null;
  due_clock: string | null;
  opened_at: Date;
  claimed_at: Date | null;
  reminded_at: Date | null;
  completed_at: Date | null;
  completed_by: string | null;
  /** The appointment under which the holder claimed it, or has done it; null: in one's own right. */
  acting_for: string | null;
  completed_acting_for: string | null;
  version: number;
}

export type ActionKind =
  | 'START_CASE'
  | 'COMPLETE_TASK'
  | 'PUBLISH_MESSAGE'
  | 'RECORD_EVENT'
  | 'MERGE_CASE'
  | 'RESTART_CASE';
export type ActionState = 'STAGED' | 'SENT' | 'CONFIRMED' | 'SUPERSEDED' | 'BLOCKED';

/** What an action does to our data once the engine's record confirms it. */
export interface ActionPayload {
  /** As typed, for the draft when the act is overtaken. */
  values: Record<string, unknown>;
  record: Record<string, unknown>;
  people: Record<string, unknown>[] | null;
  task: Record<string, unknown>;
  facts: Record<string, unknown>;
  actor: string | null;
}

export type EngineCommand =
  | { kind: 'cancelProcessInstance'; instanceKey: string; variables: Record<string, never> }
  | { kind: 'completeJob'; jobKey: string; variables: Record<string, unknown> }
  | { kind: 'publishMessage'; name: string; correlationKey: string; variables: Record<string, unknown> };

export interface ActionRecord {
  id: string;
  tenant_id: string;
  case_id: string;
  task_id: string | null;
  kind: ActionKind;
  event_code: string;
  business_at: Date;
  entered_at: Date;
  late_reason: string | null;
  person_id: string | null;
  acting_for: string | null;
  payload: ActionPayload;
  command: EngineCommand | null;
  state: ActionState;
  attempts: number;
  next_attempt_at: Date;
  last_answer: string | null;
  superseded_reason: string | null;
  result: Record<string, unknown> | null;
  settled_at: Date | null;
}

/** What is needed to send an action. */
export type Sendable = Pick<ActionRecord, 'id' | 'command'>;

export interface ClockRecord {
  id: string;
  case_id: string;
  tenant_id: string;
  package_id: string;
  rule_id: string;
  rule_version: number;
  rule: string;
  variant: string | null;
  owner: string;
  tracking: 'ENFORCED' | 'EXTERNAL';
  unit: string;
  length: string;
  start_event: string;
  anchor: string;
  start_at: Date;
  due_at: Date;
  due_day: string;
  nominal_day: string;
  amber_at: Date;
  derivation: { vi: string; en: string };
  calendar_revision: number;
  state: 'RUNNING' | 'PAUSED' | 'MET' | 'MISSED' | 'SUPERSEDED';
  stage: 'NEUTRAL' | 'AMBER' | 'DUE' | 'ESCALATED';
  started_by: string | null;
  stopped_by: string | null;
  stopped_at: Date | null;
  paused_at: Date | null;
  paused_ranges: { from: string; to: string | null }[];
  added_days: number;
  superseded_by: string | null;
  superseded_reason: string | null;
  created_at: Date;
}

export interface BusinessEventRecord {
  id: string;
  case_id: string;
  seq: number;
  code: string;
  business_at: Date;
  entered_at: Date;
  late_reason: string | null;
  person_id: string | null;
  acting_for: string | null;
  actor: string | null;
  data: Record<string, unknown>;
  state_after: string;
  public_status: string | null;
  public_text: LocalText | null;
  action_id: string | null;
}
