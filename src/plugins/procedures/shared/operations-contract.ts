// The contract between pages and server of the engine room: instances, one of them with its tokens, and heat.
import type { Bilingual, IncidentView } from './contracts';
import type { MoveReason } from './moving-contract';

export interface InstanceRow {
  caseId: string;
  bookNo: string | null;
  packageId: string;
  packageVersion: string;
  unitName: string;
  startedAt: string;
  ageDays: number;
  life: 'STARTING' | 'ACTIVE' | 'COMPLETED' | 'CANCELLED' | 'HELD';
  elements: { id: string; title: string }[];
  incidents: number;
  isMoving: boolean;
}

export interface InstanceList {
  items: InstanceRow[];
  total: number;
  page: number;
  pageSize: number;
  /** Fit the filters and are not shown. */
  restricted: number;
  packages: { id: string; title: Bilingual; versions: string[]; elements: { id: string; title: string }[] }[];
}

export interface InstanceToken {
  /** Names the position in requests; no key of the engine. */
  id: string;
  elementId: string;
  title: string;
  type: string;
  since: string;
  hasIncident: boolean;
  /** Who holds the task there, if it is one. */
  isHeld: boolean;
}

export interface InstanceVariable {
  name: string;
  title: Bilingual;
  type: 'string' | 'number' | 'boolean' | 'list' | 'context';
  value: unknown;
  /** Lists and contexts are shown, not changed. */
  editable: boolean;
}

export interface CancelRequestView {
  id: string;
  reason: string;
  proposedBy: string;
  proposedAt: string;
  mayDecide: boolean;
}

export interface CancellationView extends CancelRequestView {
  state: 'PROPOSED' | 'APPROVED' | 'REFUSED' | 'WITHDRAWN';
  caseId: string;
  bookNo: string | null;
}

export interface InstanceDetail extends InstanceRow {
  title: Bilingual;
  modelUrl: string;
  position: { active: string[]; done: string[] };
  tokens: InstanceToken[];
  incidentList: IncidentView[];
  variables: InstanceVariable[];
  /** Steps to which a token may be moved. */
  targets: { id: string; title: string }[];
  cancelRequest: CancelRequestView | null;
}

export interface TokenMove {
  token: string;
  to: string;
  reason?: string;
}

export interface TokenMovePreview {
  possible: boolean;
  reasons: MoveReason[];
  /** What happens to whoever works there. */
  effects: Bilingual[];
}

export interface HeatElement {
  elementId: string;
  title: string;
  /** How often it ended in the period. */
  count: number;
  medianMinutes: number;
  slowMinutes: number;
  /** Tasks that were done late in the period, or are late now. */
  overdue: number;
}

export interface HeatView {
  packageId: string;
  version: string;
  modelUrl: string;
  from: string;
  to: string;
  elements: HeatElement[];
}
