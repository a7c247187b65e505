/**
 * Owns the waiting after a fault: until no act is open, the engine has exported all that it did, and every record has
 * had its effects. It looks at the database and at the broker; it never asks the application.
 */

const LOOK_MS = 500;
const REACTION_TYPES = [
  'JOB',
  'INCIDENT',
  'MESSAGE_START_EVENT_SUBSCRIPTION',
  'PROCESS_MESSAGE_SUBSCRIPTION',
  'MESSAGE',
  'PROCESS_INSTANCE_CREATION',
];

/**
 * @param {import('pg').Pool} pool
 * @param {string} managementUrl of the broker
 * @param {number} withinMs
 * @returns {Promise<string | null>} what was still going on at the end of the time, or null
 */
export async function waitUntilQuiet(pool, managementUrl, withinMs) {
  const deadline = Date.now() + withinMs;
  /** The engine must have exported all that it had processed when the acts were settled. */
  let processed = null;
  for (;;) {
    const [open, positions] = await Promise.all([openWork(pool), positionsOf(managementUrl)]);
    let going = open ?? (positions ? null : 'the broker does not answer');
    if (!going) {
      processed ??= positions.processed;
      if (positions.exported < processed) going = `the engine has exported up to ${positions.exported} of ${processed}`;
    }
    if (!going) return null;
    if (Date.now() > deadline) return going;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

async function openWork(pool) {
  try {
    const { rows } = await pool.query(
      `select (select count(*) from procedures.actions where state in ('STAGED', 'SENT'))::int as actions,
              (select count(*) from procedures.engine_records r
                where r.record_type = 'EVENT' and r.value_type = any($1)
                  and r.position > coalesce((select c.position from procedures.reaction_cursors c
                    where c.engine_id = r.engine_id and c.partition_id = r.partition_id), 0))::int as records`,
      [REACTION_TYPES],
    );
    const [{ actions, records }] = rows;
    return actions + records === 0 ? null : `${actions} acts are open, ${records} records have had no effect yet`;
  } catch (error) {
    return `the database does not answer: ${error.message}`;
  }
}

async function positionsOf(managementUrl) {
  try {
    const response = await fetch(`${managementUrl}/actuator/partitions`, { signal: AbortSignal.timeout(2_000) });
    const partitions = Object.values(await response.json());
    const leaders = partitions.filter((partition) => partition.role === 'LEADER');
    if (leaders.length === 0) return null;
    const sum = (name) => leaders.reduce((total, leader) => total + Number(leader[name] ?? 0), 0);
    return { processed: sum('processedPosition'), exported: sum('exportedPosition') };
  } catch {
    return null;
  }
}
