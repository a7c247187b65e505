-- Moving running cases to another version of their procedure. A move is one row that says how far it has come: whoever
-- finds it after a death goes on from there. Every step may be done twice without harm (server/src/moving).

-- The number that the engine gave a deployed process: where a version is created at, also when it is not the newest.
alter table procedures.deployed_ids add column engine_version integer;

create table procedures.move_batches (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  package_id text not null,
  to_version text not null,
  mapping json not null,                      -- element of the old version -> element of the new one
  recompute boolean not null,                 -- terms whose rules have changed are computed anew
  reason text not null,
  state text not null check (state in ('RUNNING', 'STOPPED', 'DONE')),
  started_by uuid not null references procedures.people,
  started_at timestamptz not null,
  finished_at timestamptz
);
create index on procedures.move_batches (tenant_id, package_id, started_at desc);

create table procedures.case_moves (
  id uuid primary key,
  batch_id uuid not null references procedures.move_batches,
  tenant_id text not null,
  case_id uuid not null references procedures.cases,
  from_version text not null,
  to_version text not null,
  -- From HELD on no act on the case is taken, until there is an outcome.
  step text not null check (step in ('WAITING', 'HELD', 'CANCELLING', 'CREATING', 'RESTORING', 'RELEASED')),
  back boolean not null default false,        -- it is being put back where it was
  plan json,
  engine_id uuid,
  origin_instance_key bigint,                 -- where it stood first: variables are read there
  leaving_instance_key bigint,                -- the one to be cancelled
  attempt uuid,                               -- what the instance to be created carries
  new_instance_key bigint,                    -- known by its record
  outcome text check (outcome in ('MOVED', 'KEPT', 'RETURNED')),
  words json,                                 -- {"vi","en"}: why it was kept, returned, or is stuck
  stuck boolean not null default false,       -- a person must look; the case is still held
  attempts integer not null default 0,        -- of the step
  next_at timestamptz not null,
  created_at timestamptz not null,
  finished_at timestamptz
);
create unique index one_open_move_per_case on procedures.case_moves (case_id) where outcome is null;
create index case_moves_due on procedures.case_moves (next_at) where outcome is null and not stuck;
create index on procedures.case_moves (batch_id);

-- The tasks that a move takes along: ours stays, its job becomes another.
create table procedures.case_move_tasks (
  move_id uuid not null references procedures.case_moves,
  task_id uuid not null references procedures.tasks,
  from_element text not null,
  to_element text not null,
  form_changed boolean not null,
  bound_instance bigint,                      -- the instance whose job the task has now; null: still the old one's
  primary key (move_id, task_id)
);

-- Every id that an instance was ever created with. An unclear answer is asked again, so a second instance may come: it
-- serves no case and is cancelled.
create table procedures.move_attempts (
  id uuid primary key,
  move_id uuid not null references procedures.case_moves,
  instance_key bigint
);
create table procedures.surplus_instances (
  engine_id uuid not null,
  process_instance_key bigint not null,
  move_id uuid not null references procedures.case_moves,
  ended_at timestamptz,
  primary key (engine_id, process_instance_key)
);
create index surplus_instances_open on procedures.surplus_instances (engine_id) where ended_at is null;
