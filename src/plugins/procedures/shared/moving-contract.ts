// The contract between pages and server of moving running cases to another version of their procedure.
import type { Bilingual } from './contracts';

/** Why a case cannot be moved now, or what to know before it is. */
export interface MoveReason {
  code: string;
  vi: string;
  en: string;
}

/** Where a case stands and where it would stand. */
export interface MoveStep {
  elementId: string;
  title: string;
  /** null: the new version has no such step, and none was chosen. */
  to: { elementId: string; title: string } | null;
  formChanged: boolean;
}

export interface MovableCase {
  id: string;
  bookNo: string | null;
  version: string;
  unit: string;
  unitName: string;
  steps: MoveStep[];
  movable: boolean;
  reasons: MoveReason[];
  warnings: MoveReason[];
}

/** A step of a running case that the new version does not have. */
export interface GoneElement {
  elementId: string;
  title: string;
  cases: number;
  /** Steps of the same kind in the new version. */
  choices: { elementId: string; title: string }[];
}

export interface MovePreview {
  packageId: string;
  title: Bilingual;
  /** In force: where cases are moved to. */
  version: string;
  cases: MovableCase[];
  gone: GoneElement[];
  /** Restricted cases are counted, not shown: they are moved with `restricted: true`. */
  restricted: { movable: number; others: number };
  /** Rules of terms that the new version has in a newer version than running terms follow. */
  changedRules: { ruleId: string; title: Bilingual; terms: number }[];
}

export interface MovePreviewRequest {
  /** Element of the old version -> element of the new one. */
  mapping?: Record<string, string>;
}

export interface MoveRequest extends MovePreviewRequest {
  caseIds: string[];
  /** Restricted cases that can be moved, too. */
  restricted?: boolean;
  /** Compute the terms anew whose rules have changed; false: every due instant stays. */
  recompute?: boolean;
  reason: string;
}

export type MoveOutcome = 'WAITING' | 'MOVING' | 'MOVED' | 'KEPT' | 'RETURNED' | 'STUCK' | 'STOPPED';

export interface MoveView {
  id: string;
  /** null: restricted. */
  caseId: string | null;
  bookNo: string | null;
  fromVersion: string;
  outcome: MoveOutcome;
  /** What is being done, or why it did not go. */
  words: Bilingual | null;
}

export interface MoveBatchView {
  id: string;
  packageId: string;
  version: string;
  state: 'RUNNING' | 'STOPPED' | 'DONE';
  reason: string;
  startedBy: string | null;
  startedAt: string;
  finishedAt: string | null;
  total: number;
  counts: Record<MoveOutcome, number>;
  moves: MoveView[];
}

export interface MoveBatchList {
  items: MoveBatchView[];
}
