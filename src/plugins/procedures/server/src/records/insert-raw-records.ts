// Owns the one statement that puts raw records in. It tells for each record whether it is new, known, or known with
// another content. The identity is looked up in every month, because the months' own keys cannot know of each other.
import type { ClientBase } from 'pg';
import type { BulkItem } from './parse-bulk';
import { isSameContent } from './same-content';

export interface InsertedRaw {
  inserted: BulkItem[];
  /** Of a known identity with other content: to be refused. */
  differing: BulkItem[];
}

// The bodies go as one text of lines, which the server splits: an array of them would have to be escaped on the way.
// How to keep a body, measured with 20,700 synthetic records of 770 bytes, best of 8 on two shared cores:
//   json  246 ms, 769 bytes a row, 83 ms to read one field of all      <- chosen: valid, and readable by SQL
//   text  191 ms, 769 bytes,      125 ms
//   jsonb 390 ms, 974 bytes,      165 ms, and it refuses a NUL escape: one such variable would stop the export for ever
// With projection and commit: 11,000 to 12,000 records a second in bulks of 500 (tests/bench/receiver.mjs).
const INSERT = `
  with incoming as (
    select * from rows from (
      unnest($2::integer[]), unnest($3::bigint[]), unnest($4::timestamptz[]), unnest($5::bigint[]), unnest($6::text[]),
      unnest($7::text[]), unnest($8::text[]), unnest($9::bigint[]), unnest($10::bigint[]), string_to_table($11, chr(10))
    ) with ordinality as i(partition_id, position, occurred_at, record_key, value_type, intent, record_type,
      process_instance_key, content_hash, body, n)
  ), judged as (
    select i.*, known.content_hash as known_hash, known.body as known_body
      from incoming i
      left join lateral (
        select r.content_hash, r.body from procedures.engine_records r
         where r.engine_id = $1 and r.partition_id = i.partition_id and r.position = i.position limit 1
      ) known on true
  ), inserted as (
    insert into procedures.engine_records (engine_id, partition_id, position, occurred_at, record_key, value_type, intent,
      record_type, process_instance_key, content_hash, body)
    select $1, partition_id, position, occurred_at, record_key, value_type, intent, record_type, process_instance_key,
      content_hash, body::json
      from judged where known_hash is null order by n
    on conflict do nothing
    returning partition_id, position
  )
  select true as new, partition_id, position, null as known_body from inserted
  union all
  select false, partition_id, position, known_body::text from judged where known_hash <> content_hash`;

/** All items are of one engine. Rows are inserted in the order of identity: two bulks never wait for each other crosswise. */
export async function insertRawRecords(client: ClientBase, engineId: string, items: BulkItem[]): Promise<InsertedRaw> {
  const byIdentity = new Map<string, BulkItem>();
  const differing: BulkItem[] = [];
  for (const item of items) {
    const first = byIdentity.get(identityOf(item));
    if (!first) byIdentity.set(identityOf(item), item);
    else if (!isSameContent(first.body, item.body)) differing.push(item);
  }
  const sorted = [...byIdentity.values()].sort(
    (a, b) => a.record.partitionId - b.record.partitionId || Number(a.record.position) - Number(b.record.position),
  );
  const column = <T>(read: (item: BulkItem) => T): T[] => sorted.map(read);
  const { rows } = await client.query<{
    new: boolean;
    partition_id: number;
    position: string;
    known_body: string | null;
  }>({
    name: 'records.insert',
    text: INSERT,
    values: [
      engineId,
      column(({ record }) => record.partitionId),
      column(({ record }) => record.position),
      column(({ record }) => record.timestamp),
      column(({ record }) => record.key),
      column(({ record }) => record.valueType),
      column(({ record }) => record.intent),
      column(({ record }) => record.recordType),
      column(({ record }) => instanceKeyOf(record.value.processInstanceKey)),
      column(({ contentHash }) => contentHash),
      column(({ body }) => body).join('\n'),
    ],
  });
  const inserted: BulkItem[] = [];
  for (const row of rows) {
    const item = byIdentity.get(`${row.partition_id}:${row.position}`);
    if (!item) continue;
    if (row.new) inserted.push(item);
    else if (!isSameContent(row.known_body ?? 'null', item.body)) differing.push(item);
  }
  return { inserted, differing };
}

const identityOf = ({ record }: BulkItem): string => `${record.partitionId}:${record.position}`;

const instanceKeyOf = (field: unknown): string | null =>
  (typeof field === 'string' || typeof field === 'number') && Number(field) > 0 ? String(field) : null;
