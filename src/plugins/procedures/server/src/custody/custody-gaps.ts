// Owns where a chain of custody is open: somebody gave who did not have it, nobody says to have taken it, a seal or a
// quantity differs, times run backwards, or an entry is not what it was. Pure.
import type { CustodyGap } from '../../../shared/custody-contract';
import { CUSTODY_GENESIS, type CustodyEntryRecord, custodyHash } from './custody-entry';
import { type StandingEntry, standingEntries } from './standing-entries';

/** `entries` of one item, by seq. */
export function custodyGaps(entries: readonly CustodyEntryRecord[]): CustodyGap[] {
  if (entries.length === 0) return [{ code: 'NO_CHAIN', entryId: null }];
  const gaps = brokenSeals(entries);
  let before: StandingEntry | null = null;
  for (const one of standingEntries(entries)) {
    gaps.push(...openAt(one, before).map((code) => ({ code, entryId: one.entry.id })));
    before = one;
  }
  return gaps;
}

function brokenSeals(entries: readonly CustodyEntryRecord[]): CustodyGap[] {
  let previous = CUSTODY_GENESIS;
  let seq = 0;
  for (const entry of entries) {
    seq += 1;
    const isWhole = entry.seq === seq && entry.previous_hash === previous && custodyHash(entry) === entry.entry_hash;
    // What follows a broken link cannot be told from a forgery.
    if (!isWhole) return [{ code: 'HASH_BROKEN', entryId: entry.id }];
    previous = entry.entry_hash;
  }
  return [];
}

function openAt({ entry, kind, confirmed }: StandingEntry, before: StandingEntry | null): CustodyGap['code'][] {
  const { content } = entry;
  const found: CustodyGap['code'][] = [];
  // Outside the house nobody can sign in: there the paper stands for it.
  if (kind === 'HANDED_OVER' && !confirmed && (content.takerPersonId !== null || content.documentNo === ''))
    found.push('NOT_CONFIRMED');
  if (content.sealIntact === false) found.push('SEAL_BROKEN');
  if (!before) return kind === 'HANDED_OVER' ? ['GIVER_NOT_HOLDER', ...found] : found;
  const last = before.entry.content;
  if (entry.at < before.entry.at) found.push('OUT_OF_ORDER');
  if (!isSame(content.giverPersonId, last.takerPersonId, content.giver, last.taker)) found.push('GIVER_NOT_HOLDER');
  if (last.sealNo !== '' && content.sealNo !== last.sealNo && content.sealIntact !== false) found.push('SEAL_CHANGED');
  if (last.quantity !== '' && content.quantity !== last.quantity) found.push('QUANTITY_CHANGED');
  return found;
}

const isSame = (giver: string | null, taker: string | null, giverName: string, takerName: string) =>
  giver !== null || taker !== null
    ? giver === taker
    : giverName.trim().toLocaleLowerCase('vi') === takerName.trim().toLocaleLowerCase('vi');
