/** Owns what must hold of cases that were moved while something was killed: nothing lost, nothing twice, standing as before. */

/** Everything of a case that is ours and must not change. */
const WHOLE = `
  select c.id, c.book_no, c.receipt_code, c.state, c.life,
    (select json_agg(json_build_array(t.id, t.element_id, t.assignee, t.state, t.due_at, t.opened_at, t.claimed_at) order by t.id)
       from procedures.tasks t where t.case_id = c.id) as tasks,
    (select json_agg(json_build_array(d.task_id, d.person_id, d.values) order by d.task_id, d.person_id)
       from procedures.task_drafts d join procedures.tasks t on t.id = d.task_id where t.case_id = c.id) as drafts,
    (select json_agg(json_build_array(k.id, k.rule_id, k.start_at, k.due_at, k.state) order by k.id)
       from procedures.clocks k where k.case_id = c.id) as clocks,
    (select json_agg(json_build_array(e.seq, e.code) order by e.seq) from procedures.business_events e where e.case_id = c.id) as events,
    (select json_agg(a.id order by a.id) from procedures.actions a where a.case_id = c.id) as acts,
    (select json_agg(json_build_array(n.kind, n.recipient, n.rule) order by n.id) from procedures.notices n
       where n.case_id = c.id and n.kind not in ('CLOCK', 'SYSTEM')) as notices,
    (select json_agg(json_build_array(s.plain_message, s.element_id) order by s.plain_message, s.element_id)
       from procedures.case_subscriptions s where s.case_id = c.id and s.closed_at is null) as waits,
    (select json_agg(e.element_id order by e.element_id) from procedures.element_instances e
       join procedures.case_instances i on i.engine_id = e.engine_id and i.process_instance_key = e.process_instance_key
      where i.case_id = c.id and e.ended_at is null) as standing
  from procedures.cases c where c.id = any($1) order by c.id`;

const RULES = {
  'a case has other than one living instance': `
    select c.id from procedures.cases c where c.id = any($1) and 1 <> (select count(*) from procedures.case_instances i
      join procedures.process_instances p on p.engine_id = i.engine_id and p.process_instance_key = i.process_instance_key
      where i.case_id = c.id and i.root and p.ended_at is null)`,
  'an open task has no open job': `
    select t.id from procedures.tasks t left join procedures.jobs j on j.engine_id = t.engine_id and j.job_key = t.job_key
     where t.case_id = any($1) and t.state = 'OPEN' and (j.job_key is null or j.ended_at is not null)`,
  'an open job of a case has other than one open task': `
    select j.job_key as id from procedures.jobs j
      join procedures.case_instances i on i.engine_id = j.engine_id and i.process_instance_key = j.process_instance_key
     where i.case_id = any($1) and j.ended_at is null and j.job_type = 'io.camunda.zeebe:userTask'
       and 1 <> (select count(*) from procedures.tasks t where t.engine_id = j.engine_id and t.job_key = j.job_key and t.state = 'OPEN')`,
  'a case is not of the version in force': `
    select c.id || ' ' || c.package_version as id from procedures.cases c join procedures.packages p
        on p.tenant_id = c.tenant_id and p.package_id = c.package_id and p.active
     where c.id = any($1) and c.package_version <> p.version`,
  'the engine runs a case by another version than its own': `
    select c.id from procedures.cases c
      join procedures.case_instances i on i.case_id = c.id and i.root
      join procedures.process_instances p on p.engine_id = i.engine_id and p.process_instance_key = i.process_instance_key and p.ended_at is null
      join procedures.deployed_ids d on d.engine_id = p.engine_id and d.kind = 'process' and d.deployed_id = p.bpmn_process_id and d.version = c.package_version
     where c.id = any($1) and d.engine_version <> p.process_version`,
  'an instance that serves nobody lives': `
    select s.process_instance_key as id from procedures.surplus_instances s join procedures.process_instances p
        on p.engine_id = s.engine_id and p.process_instance_key = s.process_instance_key
     where p.ended_at is null and $1::uuid[] is not null`,
  'an instance of the procedure serves no case and lives': `
    select p.process_instance_key as id from procedures.process_instances p
      join procedures.deployed_ids d on d.engine_id = p.engine_id and d.kind = 'process' and d.deployed_id = p.bpmn_process_id
     where p.ended_at is null and $1::uuid[] is not null and not exists (select from procedures.case_instances i
       where i.engine_id = p.engine_id and i.process_instance_key = p.process_instance_key)`,
  'a move is open': `select id || ' ' || step as id from procedures.case_moves where outcome is null and $1::uuid[] is not null`,
  'an act is blocked': `select id from procedures.actions where state = 'BLOCKED' and $1::uuid[] is not null`,
  'a record was refused': `select reason || ' ' || position as id from procedures.refused_records where $1::uuid[] is not null`,
};

/** @param {import('pg').Pool} pool @param {string[]} caseIds @returns {Promise<any[]>} one row a case */
export async function wholeCases(pool, caseIds) {
  return (await pool.query(WHOLE, [caseIds])).rows;
}

/** @param {import('pg').Pool} pool @param {any[]} before @returns {Promise<string[]>} */
export async function checkMoves(pool, before) {
  const caseIds = before.map((one) => one.id);
  const after = await wholeCases(pool, caseIds);
  const problems = before.flatMap((was, n) =>
    Object.keys(was)
      .filter((part) => JSON.stringify(was[part]) !== JSON.stringify(after[n]?.[part]))
      .map(
        (part) =>
          `${part} of case ${was.book_no}: ${JSON.stringify(was[part])} became ${JSON.stringify(after[n]?.[part])}`,
      ),
  );
  for (const [rule, query] of Object.entries(RULES)) {
    const { rows } = await pool.query(query, [caseIds]);
    if (rows.length > 0)
      problems.push(
        `${rule}: ${rows
          .slice(0, 3)
          .map((row) => row.id)
          .join('; ')} (${rows.length})`,
      );
  }
  return problems;
}
