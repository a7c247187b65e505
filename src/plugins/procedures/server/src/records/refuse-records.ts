// Owns what happens to records that may not be merged: they are kept with the reason, shown, and acknowledged, so that
// neither are they lost nor does the sender stand still. A repeated refusal is one row.
import type { ClientBase } from 'pg';
import type { BulkItem } from './parse-bulk';

export type RefusalReason = 'UNKNOWN_ENGINE' | 'OTHER_CONTENT';

export async function refuseRecords(
  client: ClientBase,
  reason: RefusalReason,
  items: BulkItem[],
  refusedAt: Date,
): Promise<void> {
  if (items.length === 0) return;
  await client.query(
    `insert into procedures.refused_records
       (reason, engine_id, partition_id, position, content_hash, body, refused_at)
     select $1, i.engine_id, i.partition_id, i.position, i.content_hash, i.body::json, $2
       from rows from (
         unnest($3::text[]), unnest($4::integer[]), unnest($5::bigint[]), unnest($6::bigint[]), string_to_table($7, chr(10))
       ) as i(engine_id, partition_id, position, content_hash, body)
     on conflict do nothing`,
    [
      reason,
      refusedAt,
      items.map(({ record }) => record.engineId),
      items.map(({ record }) => record.partitionId),
      items.map(({ record }) => record.position),
      items.map(({ contentHash }) => contentHash),
      items.map(({ body }) => body).join('\n'),
    ],
  );
}
