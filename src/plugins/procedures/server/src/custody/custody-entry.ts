// custody/ owns the chain of custody of what a case holds.
//
//   custody-entry.ts   the row and its seal        standing-entries.ts  what stands after corrections and confirmations
//   custody-gaps.ts    where a chain is open        write-entry.ts       the one way in; nothing is ever changed
//   read-content.ts    what a form says, checked
//
// This file owns the shape of an entry and how it is linked to the one before it.
import { createHash } from 'node:crypto';
import type { CustodyContent, CustodyKind } from '../../../shared/custody-contract';
import { canonicalJson } from '../audit/canonical-json';

export interface CustodyEntryRecord {
  id: string;
  tenant_id: string;
  case_id: string;
  table_name: string;
  row_id: string;
  seq: number;
  kind: CustodyKind;
  at: Date;
  entered_at: Date;
  entered_by: string;
  content: CustodyContent;
  refers_to: string | null;
  reason: string | null;
  previous_hash: string;
  entry_hash: string;
}

/** What stands before the first entry of an item. */
export const CUSTODY_GENESIS = '0'.repeat(64);

export function custodyHash(entry: Omit<CustodyEntryRecord, 'entry_hash'>): string {
  const { previous_hash, at, entered_at, ...rest } = entry;
  // A row read back holds its own hash too, which is not part of what is hashed.
  const said = { ...rest, entry_hash: undefined, at: at.toISOString(), entered_at: entered_at.toISOString() };
  return createHash('sha256')
    .update(previous_hash + canonicalJson(said))
    .digest('hex');
}
