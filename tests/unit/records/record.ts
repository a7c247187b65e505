// A record as the tests need it, with only what matters named.
import type { EngineRecord } from '../../../src/plugins/procedures/server/src/records/types';

export const ENGINE = '11111111-2222-4333-8444-555555555555';

export function record(
  valueType: string,
  intent: string,
  position: number,
  value: Record<string, unknown>,
  key = '2251799813685300',
): EngineRecord {
  const timestamp = new Date(Date.UTC(2026, 0, 5, 8, 0, position)).toISOString();
  return {
    ...{ engineId: ENGINE, partitionId: 1, position: String(position), key, valueType, intent },
    ...{ recordType: 'EVENT', timestamp, value },
  };
}

/** A record's JSON as the exporter sends it. */
export function sent({
  partitionId,
  position,
  key,
  valueType,
  intent,
  recordType,
  timestamp,
  value,
}: EngineRecord): string {
  const fields = { partitionId, value, key: '@key', position: Number(position), timestamp: Date.parse(timestamp) };
  const rest = { valueType, recordType, intent, recordVersion: 1, sequence: '@sequence' };
  return JSON.stringify({ ...fields, ...rest })
    .replace('"@key"', key)
    .replace('"@sequence"', `2251799813685${position}`);
}

export function bulkOf(records: readonly EngineRecord[], engineId = ENGINE): Buffer {
  const lines = records.map((one) => {
    const index = `${engineId}_${one.valueType.toLowerCase().replaceAll('_', '-')}_8.5.8_2026-01-05`;
    return `{"index":{"routing":"1","_index":"${index}","_id":"1-${one.position}"}}\n${sent(one)}\n`;
  });
  return Buffer.from(lines.join(''));
}
