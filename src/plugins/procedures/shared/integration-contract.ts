/** The contract of the page of other programs: tokens and the reconciliation of lists. */
import type { Bilingual } from './contracts';

export type ApiTokenState = 'WAITING' | 'ACTIVE' | 'EXPIRED' | 'REVOKED';
export interface ApiTokenRow {
  id: string;
  name: string;
  unit: string;
  unitName: string;
  groups: string[];
  scopes: string[];
  state: ApiTokenState;
  createdBy: string | null;
  createdAt: string;
  approvedBy: string | null;
  approvedAt: string | null;
  expiresAt: string;
  lastUsedAt: string | null;
  revokedReason: string | null;
  permissions: { approve: boolean; revoke: boolean };
}
export interface ApiTokenList {
  items: ApiTokenRow[];
  scopeTitles: Record<string, Bilingual>;
  /** what a new token may be given; null for whoever may not ask for one */
  choices: {
    units: { code: string; name: string; groups: { id: string; title: Bilingual }[] }[];
  } | null;
  documentUrl: string;
}
export interface NewApiToken {
  name: string;
  unit: string;
  groups: string[];
  scopes: string[];
  /** ISO instant, within a year */
  expiresAt: string;
}
export interface NewApiTokenAnswer {
  token: ApiTokenRow;
  /** shown once */
  secret: string;
}

export interface ReconciliationRow {
  caseId: string;
  bookNo: string | null;
  reference: string | null;
  receivedAt: string;
  state: string;
  outcome: string | null;
  handlingUnit: string;
}
export interface ReconciliationView {
  system: string;
  from: string;
  to: string;
  items: ReconciliationRow[];
  hash: string;
}
/** Of a list, ours or theirs: a year of a large tenant is far less; more would not be read by anybody. */
export const MAX_LIST_ROWS = 20_000;

export interface TheirRow {
  reference: string;
  bookNo?: string | null;
  /** an instant, or a day of the office (`YYYY-MM-DD`) that is compared by the day */
  receivedAt?: string | null;
  state?: string | null;
}
export interface ComparisonView {
  matched: number;
  different: {
    reference: string;
    caseId: string;
    bookNo: string | null;
    fields: { field: string; here: string | null; there: string | null }[];
  }[];
  onlyHere: ReconciliationRow[];
  onlyThere: TheirRow[];
  twiceThere: string[];
}
