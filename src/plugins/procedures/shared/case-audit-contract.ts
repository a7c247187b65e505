/** The contract of who read, changed and took out a case, and whether the audit chain is whole. */

import type { Bilingual } from './contracts';

export type AuditFilter = 'all' | 'read' | 'write' | 'export';

export interface CaseAuditEntry {
  seq: string;
  at: string;
  person: { id: string; name: string } | null;
  action: string;
  /** of the event, where it is one */
  title: Bilingual | null;
  kind: 'read' | 'write' | 'export';
  hash: string;
}
export interface CaseAudit {
  items: CaseAuditEntry[];
  /** seq to ask before, for the next page; null: nothing older */
  next: string | null;
}
export interface CaseAuditCheck {
  ok: boolean;
  entries: number;
  /** where the chain is broken */
  brokenSeq: string | null;
}
