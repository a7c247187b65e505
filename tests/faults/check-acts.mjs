/** Owns the first promise: what was acknowledged is not lost, and nothing happened twice. */

/**
 * @param {import('pg').Pool} pool
 * @param {import('./load.mjs').Act[]} acknowledged
 * @returns {Promise<{ problems: string[], confirmed: number, superseded: number }>}
 */
export async function checkActs(pool, acknowledged) {
  const { rows } = await pool.query(
    `select a.id, a.kind, a.state, a.case_id, a.task_id, a.superseded_reason, a.last_answer, t.state as task_state,
            (select count(*) from procedures.business_events e where e.action_id = a.id)::int as events,
            exists (select from procedures.actions o where o.task_id = a.task_id and o.id <> a.id
              and o.state = 'CONFIRMED') as done_by_another
       from procedures.actions a left join procedures.tasks t on t.id = a.task_id`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const problems = [];
  let confirmed = 0;
  let superseded = 0;
  for (const act of acknowledged) {
    const row = byId.get(act.actionId);
    if (!row) problems.push(`lost: an acknowledged ${act.kind} has no action ${act.actionId}`);
    else if (row.state === 'CONFIRMED') confirmed += 1;
    else if (row.state === 'SUPERSEDED' && (row.task_state === 'CANCELLED' || row.done_by_another)) superseded += 1;
    else
      problems.push(
        `lost: acknowledged ${act.kind} ${act.actionId} is ${row.state} (${row.superseded_reason ?? row.last_answer}), its task ${row.task_state}`,
      );
    if (row && act.kind === 'start' && row.case_id !== act.caseId)
      problems.push(`action ${row.id} started another case`);
    if (row && act.kind === 'complete' && row.task_id !== act.taskId)
      problems.push(`action ${row.id} completed another task`);
  }
  for (const row of rows) {
    const wanted = row.state === 'CONFIRMED' ? 1 : 0;
    if (row.events !== wanted)
      problems.push(`action ${row.id} (${row.kind}, ${row.state}) has ${row.events} business events`);
  }
  return { problems, confirmed, superseded };
}
