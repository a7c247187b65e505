/** The contract of "Quy trình": packages, their drafts, what is wrong with them, and publishing by two people. */
import type { Bilingual } from './contracts';

interface Named {
  id: string;
  name: string;
}

export interface PackageVersion {
  version: string;
  publishedAt: string;
  inForce: boolean;
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

/** What the lists of the modeler offer: of this tenant and this package. */
export interface DraftChoices {
  groups: Choice[];
  forms: Choice[];
  clocks: Choice[];
}

/** How a user task stands in the package's manifest, by element id. */
export type TaskSettings = Record<string, { form: string; clocks: string[]; differentFrom: string | null }>;

export interface DraftView {
  draft: DraftRow;
  title: Bilingual;
  versionInForce: string;
  mainModel: string;
  files: DraftFileRow[];
  locks: Lock[];
  choices: DraftChoices;
  tasks: TaskSettings;
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
}

export interface PublicationView {
  publication: PublicationRow;
  title: Bilingual;
  changes: PackageChange[];
  problems: PackageProblem[];
  /** of the model that holds the main process: as it is, and as proposed */
  models: { inForce: string | null; proposed: string | null };
  permissions: { decide: boolean; withdraw: boolean };
}
