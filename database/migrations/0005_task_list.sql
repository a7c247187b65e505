-- What the task list filters, sorts and searches by, kept on the row of the task, so that a page reads one partial index
-- over open tasks and closed history costs nothing. Triggers keep it, in the transaction of whoever writes the case, the
-- task or its clock: no writer can forget. Nothing here names a person: title and facets are what the package's manifest
-- calls its non-identifying summary.

-- Words without diacritics and in small letters, as views/search-words.ts makes them of what a person types.
create function procedures.search_words(words text) returns text language sql immutable parallel safe as $body$
  select lower(translate(regexp_replace(normalize(words, NFD), '[\u0300-\u036f]', '', 'g'), 'đĐ', 'dd'))
$body$;

alter table procedures.cases
  add column title text,                            -- the manifest's summary title; null: not computed yet
  add column facets text[] not null default '{}';   -- the manifest's summary facets: path=value
create index on procedures.cases (created_at) where title is null;

alter table procedures.tasks
  add column handling_unit text,
  add column case_state text,
  add column received_at timestamptz,
  add column restricted boolean not null default false,
  add column participating_units text[] not null default '{}',
  add column facets text[] not null default '{}',
  add column search_text text not null default '',
  add column amber_at timestamptz,                  -- of due_clock
  add column reminded_at timestamptz;               -- the last reminder, see tasks/remind-tasks.ts

create function procedures.task_search_text(task_title text, of_case procedures.cases) returns text language sql immutable as $body$
  select procedures.search_words(
    task_title || ' ' || coalesce(of_case.title, '') || ' ' || coalesce(of_case.book_no, '') || ' ' || coalesce(of_case.receipt_code, ''))
$body$;

create function procedures.list_new_task() returns trigger language plpgsql as $body$
declare
  of_case procedures.cases;
begin
  select * into of_case from procedures.cases where id = new.case_id;
  new.handling_unit := of_case.handling_unit;
  new.case_state := of_case.state;
  new.received_at := of_case.received_at;
  new.restricted := of_case.restricted;
  new.participating_units := of_case.participating_units;
  new.facets := of_case.facets;
  new.search_text := procedures.task_search_text(new.title, of_case);
  new.amber_at := (select amber_at from procedures.clocks where id = new.due_clock);
  return new;
end $body$;
create trigger tasks_listed before insert on procedures.tasks
  for each row execute function procedures.list_new_task();

create function procedures.list_task_clock() returns trigger language plpgsql as $body$
begin
  new.amber_at := (select amber_at from procedures.clocks where id = new.due_clock);
  return new;
end $body$;
create trigger tasks_clock_listed before update of due_at, due_clock on procedures.tasks
  for each row execute function procedures.list_task_clock();

create function procedures.list_tasks_of_case() returns trigger language plpgsql as $body$
begin
  update procedures.tasks set
    handling_unit = new.handling_unit,
    case_state = new.state,
    received_at = new.received_at,
    restricted = new.restricted,
    participating_units = new.participating_units,
    facets = new.facets,
    search_text = procedures.task_search_text(title, new)
  where case_id = new.id and state in ('OPEN', 'COMPLETING');
  return null;
end $body$;
create trigger cases_listed after update on procedures.cases
  for each row
  when ((old.handling_unit, old.state, old.received_at, old.restricted, old.participating_units, old.facets, old.title, old.book_no, old.receipt_code)
    is distinct from (new.handling_unit, new.state, new.received_at, new.restricted, new.participating_units, new.facets, new.title, new.book_no, new.receipt_code))
  execute function procedures.list_tasks_of_case();

-- Live pages (server/src/live): every change of an open task is announced when its transaction commits. Whoever held it
-- before, or whose group had it, is told too, since the row no longer says so.
create function procedures.announce_task() returns trigger language plpgsql as $body$
declare
  people uuid[] := '{}';
  candidates text[] := '{}';
begin
  if tg_op = 'UPDATE' then
    if old.assignee is distinct from new.assignee and old.assignee is not null then people := array[old.assignee]; end if;
    if old.candidate_groups is distinct from new.candidate_groups then candidates := old.candidate_groups; end if;
  end if;
  perform pg_notify('procedures_live', json_build_object(
    'tenantId', new.tenant_id, 'topic', 'tasks', 'ids', array[new.id], 'people', people, 'groups', candidates)::text);
  return null;
end $body$;
create trigger tasks_announced
  after insert or update of state, title, assignee, candidate_groups, due_at, due_clock, case_state, handling_unit, restricted, facets, reminded_at
  on procedures.tasks for each row execute function procedures.announce_task();

update procedures.tasks t set
  handling_unit = c.handling_unit,
  case_state = c.state,
  received_at = c.received_at,
  restricted = c.restricted,
  participating_units = c.participating_units,
  search_text = procedures.task_search_text(t.title, c),
  amber_at = (select k.amber_at from procedures.clocks k where k.id = t.due_clock)
from procedures.cases c
where c.id = t.case_id and t.state in ('OPEN', 'COMPLETING');

-- The order of the list. The older index held closed history too.
drop index procedures.tasks_tenant_id_state_due_at_idx;
create index tasks_in_order on procedures.tasks (tenant_id, due_at, opened_at, id) where state = 'OPEN';

-- A person's named views of the list: what stands in the address of the page.
create table procedures.task_views (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  person_id uuid not null references procedures.people,
  name text not null,
  query text not null,
  is_default boolean not null default false,
  created_at timestamptz not null,
  unique (person_id, name)
);
create unique index one_default_task_view on procedures.task_views (person_id) where is_default;

-- A notice may be about one task: who was given it, who was reminded.
alter table procedures.notices add column task_id uuid references procedures.tasks;
create index on procedures.notices (task_id) where task_id is not null;
