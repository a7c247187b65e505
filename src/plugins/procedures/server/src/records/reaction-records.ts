// Owns the reading of the log for reactions: the next records past the cursor, by position.
import type { Pool } from 'pg';
import { parseRecord } from './parse-record';
import { REACTION_VALUE_TYPES } from './reaction-types';
import type { EngineRecord } from './types';

const NEXT = `
  select r.body::text as body from procedures.engine_records r
   where r.engine_id = $1 and r.partition_id = $2 and r.value_type = any($3) and r.record_type = 'EVENT'
     and r.position > coalesce((select c.position from procedures.reaction_cursors c
                                 where c.engine_id = $1 and c.partition_id = $2), 0)
   order by r.position limit $4`;

export async function nextRecords(
  pool: Pool,
  { engineId, partitionId, limit }: { engineId: string; partitionId: number; limit: number },
): Promise<EngineRecord[]> {
  const { rows } = await pool.query<{ body: string }>({
    name: 'reactions.next',
    text: NEXT,
    values: [engineId, partitionId, REACTION_VALUE_TYPES, limit],
  });
  return rows.map(({ body }) => parseRecord(body, engineId));
}
