-- What an open case page follows, and figures over cases that cost nothing of closed history.

-- Live pages (server/src/live): every change of what a case's page shows is announced when its transaction commits, by
-- triggers, so that no writer can forget. The same case twice in one transaction is told once.
create function procedures.announce_case() returns trigger language plpgsql as $body$
begin
  perform pg_notify('procedures_live', json_build_object(
    'tenantId', new.tenant_id, 'topic', 'cases', 'ids', array[new.id])::text);
  return null;
end $body$;
create trigger cases_announced after insert or update on procedures.cases
  for each row execute function procedures.announce_case();

create function procedures.announce_case_of_row() returns trigger language plpgsql as $body$
begin
  perform pg_notify('procedures_live', json_build_object(
    'tenantId', (select tenant_id from procedures.cases where id = new.case_id), 'topic', 'cases', 'ids', array[new.case_id])::text);
  return null;
end $body$;
-- The claim, the draft and the hands that a task goes through are the task's own topic; here is what a case's page says of it.
create trigger tasks_announce_case after insert or update of state, title, assignee, candidate_groups, due_clock
  on procedures.tasks for each row execute function procedures.announce_case_of_row();
create trigger events_announce_case after insert on procedures.business_events
  for each row execute function procedures.announce_case_of_row();
create trigger clocks_announce_case after insert or update on procedures.clocks
  for each row execute function procedures.announce_case_of_row();
create trigger corrections_announce_case after insert or update on procedures.event_corrections
  for each row execute function procedures.announce_case_of_row();
create trigger notes_announce_case after insert or update on procedures.notes
  for each row execute function procedures.announce_case_of_row();
create trigger attachments_announce_case after insert or update on procedures.attachments
  for each row when (new.case_id is not null) execute function procedures.announce_case_of_row();
create trigger documents_announce_case after insert or update on procedures.case_documents
  for each row execute function procedures.announce_case_of_row();
create trigger custody_announces_case after insert on procedures.custody_entries
  for each row execute function procedures.announce_case_of_row();
create trigger identity_requests_announce_case after insert or update on procedures.identity_requests
  for each row execute function procedures.announce_case_of_row();
create trigger sealed_identities_announce_case after insert on procedures.sealed_identities
  for each row execute function procedures.announce_case_of_row();
create trigger sealing_due_announces_case after insert on procedures.sealing_due
  for each row execute function procedures.announce_case_of_row();

-- A link is shown on both of its cases.
create function procedures.announce_linked_cases() returns trigger language plpgsql as $body$
begin
  perform pg_notify('procedures_live', json_build_object(
    'tenantId', new.tenant_id, 'topic', 'cases', 'ids', array[new.case_id, new.other_case_id])::text);
  return null;
end $body$;
create trigger links_announce_cases after insert or update on procedures.case_links
  for each row execute function procedures.announce_linked_cases();

-- audit/record-read.ts asks for the last look of one person at one subject.
create index audit_looks on procedures.audit_entries (tenant_id, subject_id, person_id, action, at desc)
  where action like '%.read';

-- How many cases stand in which state, by all that decides who may know of them (policy/case-scope.ts), so that the list's
-- figures are sums over kinds of cases and not over cases. Writers only append what changes by them: they neither wait for
-- each other nor can lock each other out. Every so many rows one writer folds what others have left.
create table procedures.case_figures (
  id bigint generated always as identity primary key,
  tenant_id text not null,
  package_id text not null,
  package_version text not null,
  state text not null,
  handling_unit text not null,
  origin_unit text,
  restricted boolean not null,
  participating_units text[] not null,
  n integer not null
);
create index on procedures.case_figures (tenant_id);

create function procedures.fold_case_figures(tenant text) returns void language sql as $body$
  with taken as (
    delete from procedures.case_figures
    where id in (select id from procedures.case_figures where tenant_id = tenant for update skip locked)
    returning *
  )
  insert into procedures.case_figures
    (tenant_id, package_id, package_version, state, handling_unit, origin_unit, restricted, participating_units, n)
  select tenant_id, package_id, package_version, state, handling_unit, origin_unit, restricted, participating_units, sum(n)
  from taken
  group by tenant_id, package_id, package_version, state, handling_unit, origin_unit, restricted, participating_units
  having sum(n) <> 0
$body$;

/* Once a statement, so that a load of many cases is one row a kind. */
create function procedures.count_cases() returns trigger language plpgsql as $body$
declare
  due text;
begin
  if tg_op = 'INSERT' then
    with written as (
      insert into procedures.case_figures
        (tenant_id, package_id, package_version, state, handling_unit, origin_unit, restricted, participating_units, n)
      select tenant_id, package_id, package_version, state, handling_unit, origin_unit, restricted, participating_units, sum(n)
      from (select *, 1 as n from added) signed
      group by tenant_id, package_id, package_version, state, handling_unit, origin_unit, restricted, participating_units
      having sum(n) <> 0
      returning id, tenant_id
    )
    select tenant_id into due from written where id % 500 = 0 limit 1;
  elsif tg_op = 'DELETE' then
    with written as (
      insert into procedures.case_figures
        (tenant_id, package_id, package_version, state, handling_unit, origin_unit, restricted, participating_units, n)
      select tenant_id, package_id, package_version, state, handling_unit, origin_unit, restricted, participating_units, sum(n)
      from (select *, -1 as n from removed) signed
      group by tenant_id, package_id, package_version, state, handling_unit, origin_unit, restricted, participating_units
      having sum(n) <> 0
      returning id, tenant_id
    )
    select tenant_id into due from written where id % 500 = 0 limit 1;
  else
    with written as (
      insert into procedures.case_figures
        (tenant_id, package_id, package_version, state, handling_unit, origin_unit, restricted, participating_units, n)
      select tenant_id, package_id, package_version, state, handling_unit, origin_unit, restricted, participating_units, sum(n)
      from (select *, 1 as n from added union all select *, -1 as n from removed) signed
      group by tenant_id, package_id, package_version, state, handling_unit, origin_unit, restricted, participating_units
      having sum(n) <> 0
      returning id, tenant_id
    )
    select tenant_id into due from written where id % 500 = 0 limit 1;
  end if;
  if due is not null then perform procedures.fold_case_figures(due); end if;
  return null;
end $body$;
create trigger cases_counted_in after insert on procedures.cases
  referencing new table as added for each statement execute function procedures.count_cases();
create trigger cases_counted_out after delete on procedures.cases
  referencing old table as removed for each statement execute function procedures.count_cases();
create trigger cases_recounted after update on procedures.cases
  referencing old table as removed new table as added for each statement execute function procedures.count_cases();

/* May be called at any time, while nobody writes cases; null: of every tenant. */
create function procedures.rebuild_case_figures(tenant text default null) returns void language sql as $body$
  delete from procedures.case_figures where tenant is null or tenant_id = tenant;
  insert into procedures.case_figures
    (tenant_id, package_id, package_version, state, handling_unit, origin_unit, restricted, participating_units, n)
  select tenant_id, package_id, package_version, state, handling_unit, origin_unit, restricted, participating_units, count(*)
  from procedures.cases
  where tenant is null or tenant_id = tenant
  group by 1, 2, 3, 4, 5, 6, 7, 8
$body$;
select procedures.rebuild_case_figures();
