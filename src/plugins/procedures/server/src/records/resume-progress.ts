// Owns what a new process must know of the log that is already there: its partitions, and how far each has come.
import type { Pool } from 'pg';
import type { Progress } from './progress';
import { REACTION_VALUE_TYPES } from './reaction-types';

// One step of the index for each partition, instead of reading all of it.
const PARTITIONS = `
  with recursive found as (
    (select partition_id from procedures.engine_records where engine_id = $1 order by partition_id limit 1)
    union all
    select (select r.partition_id from procedures.engine_records r
             where r.engine_id = $1 and r.partition_id > f.partition_id order by r.partition_id limit 1)
      from found f where f.partition_id is not null
  )
  select f.partition_id,
         coalesce(c.position, 0) as cursor,
         (select r.position from procedures.engine_records r
           where r.engine_id = $1 and r.partition_id = f.partition_id and r.value_type = any($2)
           order by r.position desc limit 1) as last
    from found f
    left join procedures.reaction_cursors c on c.engine_id = $1 and c.partition_id = f.partition_id
   where f.partition_id is not null`;

export async function resumeProgress(pool: Pool, engineId: string, progress: Progress): Promise<number[]> {
  const { rows } = await pool.query<{ partition_id: number; cursor: string; last: string | null }>(PARTITIONS, [
    engineId,
    REACTION_VALUE_TYPES,
  ]);
  for (const { partition_id, cursor, last } of rows) {
    progress.recordSeen(partition_id, last ?? '0');
    progress.cursorMoved(partition_id, cursor);
  }
  return rows.map(({ partition_id }) => partition_id);
}
