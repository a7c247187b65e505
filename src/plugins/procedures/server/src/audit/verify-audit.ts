// Owns the check of a tenant's audit chain: every entry follows the one before it and says what it said when written.
import type { Knex } from 'knex';
import { entryHash, GENESIS_HASH } from './audit-entry';

export type AuditVerification =
  /** `lastHash` kept outside the database also proves later that no entry at the end was cut off. */
  | { ok: true; entries: number; lastSeq: string; lastHash: string }
  | { ok: false; brokenSeq: string; reason: 'SEQ_MISSING' | 'LINK_BROKEN' | 'ENTRY_CHANGED' };

interface EntryRow {
  tenant_id: string;
  seq: string;
  at_text: string;
  person_id: string | null;
  admin_user_id: number | null;
  action: string;
  subject_type: string;
  subject_id: string;
  detail: unknown;
  previous_hash: string;
  entry_hash: string;
}

const BATCH = 1000;

export async function verifyAudit(knex: Knex, tenantId: string): Promise<AuditVerification> {
  let lastSeq = '0';
  let lastHash = GENESIS_HASH;
  let entries = 0;
  for (;;) {
    const rows: EntryRow[] = await knex('procedures.audit_entries')
      .where({ tenant_id: tenantId })
      .where('seq', '>', lastSeq)
      .orderBy('seq')
      .limit(BATCH)
      .select('*', knex.raw(`to_char("at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at_text`));
    for (const row of rows) {
      const seq = String(row.seq);
      const expected = (BigInt(lastSeq) + 1n).toString();
      if (seq !== expected) return { ok: false, brokenSeq: expected, reason: 'SEQ_MISSING' };
      if (row.previous_hash !== lastHash) return { ok: false, brokenSeq: seq, reason: 'LINK_BROKEN' };
      if (hashOf(row, seq) !== row.entry_hash) return { ok: false, brokenSeq: seq, reason: 'ENTRY_CHANGED' };
      lastSeq = seq;
      lastHash = row.entry_hash;
      entries += 1;
    }
    if (rows.length < BATCH) return { ok: true, entries, lastSeq, lastHash };
  }
}

const hashOf = (row: EntryRow, seq: string) =>
  entryHash(row.previous_hash, {
    tenantId: row.tenant_id,
    seq,
    at: row.at_text,
    personId: row.person_id,
    adminUserId: row.admin_user_id,
    action: row.action,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    detail: row.detail,
  });
