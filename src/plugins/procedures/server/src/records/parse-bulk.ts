// Owns the form in which the exporter sends: for each record a line that names the index, then the record's JSON.
// The index is <prefix>_<value type>_<version>_<day>, and the prefix is the id of the sending engine.

import { parseRecord, withTextKeys } from './parse-record';
import { contentHash } from './same-content';
import type { EngineRecord } from './types';

export interface BulkItem {
  record: EngineRecord;
  /** The record as it is kept. */
  body: string;
  contentHash: string;
}

/** Throws SyntaxError when the body is not what an exporter sends. */
export function parseBulk(body: Buffer): BulkItem[] {
  const lines = body.toString('utf8').split('\n');
  while (lines.length > 0 && lines[lines.length - 1] === '') lines.pop();
  if (lines.length % 2 !== 0) throw new SyntaxError(`Expected two lines a record, but got ${lines.length} lines`);
  const items: BulkItem[] = [];
  for (let n = 0; n < lines.length; n += 2) {
    const sent = lines[n + 1];
    const kept = withTextKeys(sent);
    items.push({ record: parseRecord(kept, engineIdOf(lines[n])), body: kept, contentHash: contentHash(sent) });
  }
  return items;
}

function engineIdOf(actionLine: string): string {
  const action = JSON.parse(actionLine) as { index?: { _index?: unknown } };
  const index = action.index?._index;
  if (typeof index !== 'string') throw new SyntaxError('Expected an index action before each record');
  return index.split('_', 1)[0];
}
