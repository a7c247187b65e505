/**
 * Owns the second promise: every case is in one state, and our tables, the engine's and the record agree about it. Each
 * query gives the rows that break one rule; the rules hold for the example package, which the load works on.
 */

const RULES = {
  'a case was started by other than one act': `
    select c.id from procedures.cases c where 1 <> (select count(*) from procedures.actions a
      where a.case_id = c.id and a.kind = 'START_CASE')`,
  'a confirmed case has other than one root instance': `
    select c.id from procedures.cases c where c.life <> 'STARTING' and 1 <> (select count(*) from procedures.case_instances i
      where i.case_id = c.id and i.root)`,
  'an instance of ours serves no case': `
    select p.process_instance_key as id from procedures.process_instances p
      join procedures.deployed_ids d on d.engine_id = p.engine_id and d.kind = 'process' and d.deployed_id = p.bpmn_process_id
     where not exists (select from procedures.case_instances i
       where i.engine_id = p.engine_id and i.process_instance_key = p.process_instance_key)`,
  'a started case has no number, or one that is not started has one': `
    select id from procedures.cases where (life = 'STARTING') <> (book_no is null)`,
  'numbers of a book have a gap or come twice': `
    select tenant_id || ' ' || package_id as id from procedures.cases where book_no is not null
     group by tenant_id, package_id, split_part(book_no, '/', 2)
    having count(distinct book_no) <> count(*) or max(split_part(book_no, '/', 1)::int) <> count(*)`,
  'the last number of a book is not its number of cases': `
    select s.tenant_id as id from procedures.number_series s where s.series = 'so-yeu-cau' and s.last <>
      (select count(*) from procedures.cases c where c.tenant_id = s.tenant_id and c.package_id = 'vi-du' and c.book_no is not null)`,
  'a job of ours has other than one task': `
    select j.job_key as id from procedures.jobs j
      join procedures.deployed_ids d on d.engine_id = j.engine_id and d.kind = 'process' and d.deployed_id = j.bpmn_process_id
     where j.job_type = 'io.camunda.zeebe:userTask' and 1 <> (select count(*) from procedures.tasks t
       where t.engine_id = j.engine_id and t.job_key = j.job_key)`,
  'a task is not as its job is': `
    select t.id || ' ' || t.state || ' ' || coalesce(j.state, 'no job') as id from procedures.tasks t
      left join procedures.jobs j on j.engine_id = t.engine_id and j.job_key = t.job_key
     where case t.state when 'OPEN' then j.state is null or j.ended_at is not null
                        when 'COMPLETED' then j.state is distinct from 'COMPLETED'
                        when 'CANCELLED' then j.ended_at is null else true end`,
  'a completed task has other than one confirmed act': `
    select t.id from procedures.tasks t where (t.state = 'COMPLETED')::int <> (select count(*) from procedures.actions a
      where a.task_id = t.id and a.state = 'CONFIRMED')`,
  'a running case has other than one open task, or an ended one has some': `
    select c.id || ' ' || c.life || ' ' || c.state || ' ' || c.open as id from (
      select c.*, (select count(*) from procedures.tasks t where t.case_id = c.id and t.state = 'OPEN') as open
        from procedures.cases c where c.life <> 'STARTING') c
     where c.open <> (c.state <> 'KET_THUC')::int`,
  'a case and its instance disagree whether it has ended': `
    select c.id || ' ' || p.state as id from procedures.cases c
      join procedures.case_instances i on i.case_id = c.id and i.root
      join procedures.process_instances p on p.engine_id = i.engine_id and p.process_instance_key = i.process_instance_key
     where (p.ended_at is not null) <> (c.state = 'KET_THUC')`,
  'the events of a case are not those of its procedure, in order': `
    select c.id || ' ' || coalesce(string_agg(e.code, ',' order by e.seq), '') as id from procedures.cases c
      left join procedures.business_events e on e.case_id = c.id where c.life <> 'STARTING' group by c.id
    having not 'BAT_DAU,TIEP_NHAN,XU_LY,KET_THUC' like string_agg(e.code, ',' order by e.seq) || '%'
        or max(e.seq) <> count(*)`,
  'the state of a case is not that of its last event': `
    select c.id from procedures.cases c where c.life <> 'STARTING' and c.state <> (select e.state_after
      from procedures.business_events e where e.case_id = c.id order by e.seq desc limit 1)`,
  'the document of a case is in another state, or is not alone': `
    select c.id from procedures.cases c where c.life <> 'STARTING' and 1 <> (select count(*)
      from public.sample_requests r where r.document_id = c.record_document_id and r.state = c.state and r.book_no = c.book_no)`,
  'a document has no case': `
    select document_id as id from public.sample_requests r where not exists (select from procedures.cases c
      where c.record_document_id = r.document_id)`,
  'a case has other than one clock, or one in the wrong state': `
    select c.id from procedures.cases c where c.life <> 'STARTING' and 1 <> (select count(*) from procedures.clocks k
      where k.case_id = c.id and (k.state = 'RUNNING') = (c.state in ('MOI', 'DA_TIEP_NHAN')))`,
  'an act is blocked': `select id || ' ' || coalesce(last_answer, '') as id from procedures.actions where state = 'BLOCKED'`,
  'a record was refused': `select reason || ' ' || position as id from procedures.refused_records`,
  'the projection is stale': `select id from procedures.engines where projection_stale_since is not null`,
};

/** @param {import('pg').Pool} pool @returns {Promise<string[]>} */
export async function checkCases(pool) {
  const problems = [];
  for (const [rule, query] of Object.entries(RULES)) {
    const { rows } = await pool.query(query);
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
