/** The contract of who read, changed and took out a case, and whether the audit chain is whole. */

export type AuditFilter = 'all' | 'read' | 'write' | 'export';

export interface CaseAuditEntry {
  seq: string;
  at: string;
  person: { id: string; name: string } | null;
  action: string;
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
