// Owns the reading of one record's JSON. Keys are int64: those of the fourth partition on do not fit into a JavaScript
// number, so every long integer under a name that ends in "key", and every position, becomes text before it is parsed.
import type { EngineRecord } from './types';

const LONG_INTEGERS = /"(\w*[kK]ey|position|sourceRecordPosition)":(\d{16,})/g;
// PostgreSQL's text cannot hold NUL. It stays in the raw body; everything that reads a record sees a replacement.
const NUL = /\\u0000/g;

interface SentRecord {
  partitionId: number;
  position: number | string;
  key: number | string;
  timestamp: number;
  valueType: string;
  intent: string;
  recordType: string;
  value: Record<string, unknown>;
}

/** The record's JSON with its long integers as text. */
export function withTextKeys(recordJson: string): string {
  return recordJson.replace(LONG_INTEGERS, '"$1":"$2"');
}

/** `recordJson` as `withTextKeys` left it. Throws when it is not a record. */
export function parseRecord(recordJson: string, engineId: string): EngineRecord {
  const sent = JSON.parse(
    recordJson.includes('\\u0000') ? recordJson.replace(NUL, '\\ufffd') : recordJson,
  ) as SentRecord;
  const { partitionId, position, key, timestamp, valueType, intent, recordType, value } = sent;
  if (!Number.isInteger(partitionId) || position === undefined || typeof valueType !== 'string' || !value) {
    throw new SyntaxError('Expected a record with partitionId, position, valueType and value');
  }
  return {
    engineId,
    partitionId,
    position: String(position),
    key: String(key),
    valueType,
    intent,
    recordType,
    timestamp: new Date(timestamp).toISOString(),
    value,
  };
}
