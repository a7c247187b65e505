-- What the boards count. Of an open task the list's own partial index answers; of what is done a counter a day answers,
-- which triggers keep in the transaction of whoever writes the task. The counters are a pure function of the tasks:
-- procedures.rebuild_task_days() makes them again from nothing, and tests/integration/boards compares the two.

alter table procedures.tasks
  add column given_unit text,   -- the unit that is asked to do it: of its first candidate group, else the case's own
  add column head_id uuid;      -- who led that unit when it was done: figures of the past keep this name

create function procedures.given_unit(candidate_groups text[], handling_unit text) returns text
language sql immutable parallel safe as $body$
  select coalesce(nullif(split_part(candidate_groups[1], '/', 1), ''), handling_unit)
$body$;

create function procedures.head_of_unit(tenant text, unit text, at timestamptz) returns uuid language sql stable as $body$
  select o.person_id from procedures.positions o
  where o.tenant_id = tenant and o.unit_code = unit and o.is_head
    and o.valid_from <= at and (o.valid_to is null or o.valid_to > at)
  order by o.valid_from desc, o.id limit 1
$body$;

-- Older rows, before anything listens. Closed ones have not followed their case so far.
alter table procedures.tasks disable trigger user;
update procedures.tasks t set
  handling_unit = c.handling_unit,
  restricted = c.restricted,
  participating_units = c.participating_units,
  package_id = c.package_id
from procedures.cases c
where c.id = t.case_id and t.state in ('COMPLETED', 'CANCELLED');
update procedures.tasks set
  given_unit = procedures.given_unit(candidate_groups, handling_unit),
  head_id = case when state = 'COMPLETED' then
    procedures.head_of_unit(tenant_id, procedures.given_unit(candidate_groups, handling_unit), completed_at) end;
alter table procedures.tasks enable trigger user;

-- After tasks_listed, which gives a new task the unit of its case: triggers of one kind run in the order of their names.
create function procedures.own_task() returns trigger language plpgsql as $body$
begin
  new.given_unit := procedures.given_unit(new.candidate_groups, new.handling_unit);
  if new.state = 'COMPLETED' and (tg_op = 'INSERT' or old.state <> 'COMPLETED') then
    new.head_id := procedures.head_of_unit(new.tenant_id, new.given_unit, new.completed_at);
  end if;
  return new;
end $body$;
create trigger tasks_owned before insert or update of candidate_groups, handling_unit, state on procedures.tasks
  for each row execute function procedures.own_task();

-- A case that becomes restricted takes its closed tasks along: 0005_task_list.sql keeps the open ones only.
create function procedures.hide_closed_tasks() returns trigger language plpgsql as $body$
begin
  update procedures.tasks set restricted = new.restricted, participating_units = new.participating_units
  where case_id = new.id and state in ('COMPLETED', 'CANCELLED');
  return null;
end $body$;
create trigger cases_hidden after update of restricted, participating_units on procedures.cases
  for each row
  when ((old.restricted, old.participating_units) is distinct from (new.restricted, new.participating_units))
  execute function procedures.hide_closed_tasks();

-- One row a unit, a day of the tenant's zone and a head; work of restricted cases apart, with who may know of it.
create table procedures.task_days (
  tenant_id text not null,
  unit text not null,
  day date not null,
  head_id uuid,                                   -- of what was done; null: nobody led the unit, or only openings
  restricted boolean not null,
  participating_units text[] not null,            -- empty where not restricted
  opened integer not null default 0,
  completed integer not null default 0,
  with_term integer not null default 0,           -- of the completed
  on_time integer not null default 0              -- of those
);
create unique index task_days_key on procedures.task_days
  (tenant_id, day, unit, restricted, participating_units, head_id) nulls not distinct;

create function procedures.task_days_of(t procedures.tasks)
returns table (day date, head_id uuid, opened integer, completed integer, with_term integer, on_time integer)
language sql stable as $body$
  select (t.opened_at at time zone z.time_zone)::date, null::uuid, 1, 0, 0, 0
  from procedures.tenants z where z.id = t.tenant_id
  union all
  select (t.completed_at at time zone z.time_zone)::date, t.head_id, 0, 1,
    (t.due_at is not null)::int, (t.due_at is not null and t.completed_at <= t.due_at)::int
  from procedures.tenants z where z.id = t.tenant_id and t.state = 'COMPLETED' and t.completed_at is not null
$body$;

create function procedures.add_task_days(t procedures.tasks, sign integer) returns void language sql as $body$
  insert into procedures.task_days as d
    (tenant_id, unit, day, head_id, restricted, participating_units, opened, completed, with_term, on_time)
  select t.tenant_id, t.given_unit, x.day, x.head_id, t.restricted,
    case when t.restricted then t.participating_units else '{}' end,
    sign * x.opened, sign * x.completed, sign * x.with_term, sign * x.on_time
  from procedures.task_days_of(t) x
  where t.given_unit is not null
  order by x.day
  on conflict (tenant_id, day, unit, restricted, participating_units, head_id) do update set
    opened = d.opened + excluded.opened, completed = d.completed + excluded.completed,
    with_term = d.with_term + excluded.with_term, on_time = d.on_time + excluded.on_time
$body$;

create function procedures.count_task_day() returns trigger language plpgsql as $body$
begin
  if tg_op <> 'INSERT' then perform procedures.add_task_days(old, -1); end if;
  if tg_op <> 'DELETE' then perform procedures.add_task_days(new, 1); end if;
  return null;
end $body$;
create trigger tasks_counted after insert or delete on procedures.tasks
  for each row execute function procedures.count_task_day();
-- Claiming, drafts and moving terms of open tasks touch no counter.
create trigger tasks_recounted after update on procedures.tasks
  for each row
  when ((old.given_unit, old.restricted, old.participating_units, old.state = 'COMPLETED',
         case when old.state = 'COMPLETED' then (old.completed_at, old.due_at, old.head_id)::text end)
    is distinct from (new.given_unit, new.restricted, new.participating_units, new.state = 'COMPLETED',
         case when new.state = 'COMPLETED' then (new.completed_at, new.due_at, new.head_id)::text end))
  execute function procedures.count_task_day();

/* The counters may be thrown away at any time; null: of every tenant. */
create function procedures.rebuild_task_days(tenant text default null) returns void language sql as $body$
  delete from procedures.task_days where tenant is null or tenant_id = tenant;
  insert into procedures.task_days
    (tenant_id, unit, day, head_id, restricted, participating_units, opened, completed, with_term, on_time)
  select t.tenant_id, t.given_unit, x.day, x.head_id, t.restricted,
    case when t.restricted then t.participating_units else '{}' end,
    sum(x.opened), sum(x.completed), sum(x.with_term), sum(x.on_time)
  from procedures.tasks t, procedures.task_days_of(t) x
  where t.given_unit is not null and (tenant is null or t.tenant_id = tenant)
  group by 1, 2, 3, 4, 5, 6
$body$;
select procedures.rebuild_task_days();

-- The lists behind the figures.
create index tasks_of_unit on procedures.tasks (tenant_id, given_unit, due_at, opened_at, id) where state = 'OPEN';
create index tasks_done on procedures.tasks (tenant_id, completed_at) where state = 'COMPLETED';
create index tasks_opened on procedures.tasks (tenant_id, opened_at);
create index cases_alive on procedures.cases (tenant_id, handling_unit) where life in ('STARTING', 'ACTIVE', 'HELD');
-- What makes a case wait.
create index clocks_waiting on procedures.clocks (tenant_id, case_id)
  where state = 'PAUSED' or (state = 'RUNNING' and tracking = 'EXTERNAL');

-- How often a case came back to a unit that had it before.
alter table procedures.cases
  add column unit_trail text[] not null default '{}',
  add column unit_returns integer not null default 0,
  add column unit_returned_at timestamptz;
create index cases_bounced on procedures.cases (tenant_id, id) where unit_returns > 0;
create function procedures.trail_of_case() returns trigger language plpgsql as $body$
declare
  before text[] := case when old.unit_trail = '{}' then array[old.handling_unit] else old.unit_trail end;
begin
  new.unit_trail := before || new.handling_unit;
  if new.handling_unit = any(before) then
    new.unit_returns := old.unit_returns + 1;
    new.unit_returned_at := new.updated_at;
  end if;
  return new;
end $body$;
create trigger cases_trailed before update of handling_unit on procedures.cases
  for each row when (old.handling_unit is distinct from new.handling_unit)
  execute function procedures.trail_of_case();

-- From when on a tenant calls work stuck; a tenant without a row has the defaults of boards/board-settings.ts.
create table procedures.board_settings (
  tenant_id text primary key references procedures.tenants,
  unclaimed_hours integer not null check (unclaimed_hours between 1 and 720),
  returns integer not null check (returns between 1 and 10),
  answer_days integer not null check (answer_days between 1 and 60),
  changed_at timestamptz not null,
  changed_by uuid references procedures.people
);

-- A reminder that needs an answer: numbered, to the head of a unit, with a term.
create table procedures.reminders (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  year integer not null,
  number integer not null,
  from_unit text not null,
  to_unit text not null,
  task_id uuid references procedures.tasks,
  case_id uuid references procedures.cases,
  previous_id uuid unique references procedures.reminders,  -- the unanswered one that this one repeats
  round integer not null default 1,
  reason text not null,
  sent_by uuid not null references procedures.people,
  acting_for uuid references procedures.acting_appointments,
  sent_at timestamptz not null,
  answer_due_at timestamptz not null,
  answer text,
  answered_by uuid references procedures.people,
  answered_acting_for uuid references procedures.acting_appointments,
  answered_at timestamptz,
  escalated_at timestamptz,                                  -- the leaders above have been told
  unique (tenant_id, year, number)
);
create index on procedures.reminders (tenant_id, sent_at desc);
create index on procedures.reminders (answer_due_at) where answered_at is null and escalated_at is null and round > 1;
