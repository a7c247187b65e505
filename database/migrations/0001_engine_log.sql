-- The engine's record log as its exporter sends it, and the projection of it. Written by server/src/records alone.
-- Every stored engine key is qualified by engine: a new data folder of a broker repeats positions and even keys.
-- No foreign keys in here: records of different value types arrive in any order, so a parent may come later.
create schema if not exists procedures;

-- One row for every life of a broker's data. The id is the exporter's index prefix.
create table procedures.engines (
  id uuid primary key,
  registered_at timestamptz not null,
  projection_stale_since timestamptz        -- set when rows could not be projected: run rebuildProjection
);

-- Raw records, one table a month (of the record's own time). Identity is (engine_id, partition_id, position); the month
-- is in the key only because PostgreSQL asks for it, so the writer looks an identity up in every month.
-- body is json, not jsonb: jsonb refuses a NUL escape, and one such variable would stop the export for ever.
create table procedures.engine_records (
  engine_id uuid not null,
  partition_id integer not null,
  position bigint not null,
  occurred_at timestamptz not null,
  record_key bigint not null,
  value_type text not null,
  intent text not null,
  record_type text not null,
  process_instance_key bigint,
  content_hash bigint not null,             -- equal: the same content; unequal: compare the fields
  body json not null,                       -- the whole record as sent; its int64 keys turned into strings
  primary key (engine_id, partition_id, position, occurred_at)
) partition by range (occurred_at);
create index engine_records_by_instance on procedures.engine_records (engine_id, process_instance_key)
  where process_instance_key is not null;

-- Makes the month that holds `instant`; safe to call at the same time from several connections.
create function procedures.ensure_engine_records_month(instant timestamptz) returns text language plpgsql as $body$
declare
  month_start timestamp := date_trunc('month', instant at time zone 'UTC');
  table_name text := 'engine_records_' || to_char(month_start, 'YYYY_MM');
begin
  if to_regclass('procedures.' || table_name) is null then
    perform pg_advisory_xact_lock(hashtext('procedures.engine_records'));
    execute format(
      'create table if not exists procedures.%I partition of procedures.engine_records for values from (%L) to (%L)',
      table_name, month_start at time zone 'UTC', (month_start + interval '1 month') at time zone 'UTC');
  end if;
  return table_name;
end $body$;

-- Records that were acknowledged, kept and shown, but never merged.
create table procedures.refused_records (
  id bigint generated always as identity primary key,
  reason text not null check (reason in ('UNKNOWN_ENGINE', 'OTHER_CONTENT')),
  engine_id text not null,                  -- as sent; may be no uuid at all
  partition_id integer not null,
  position bigint not null,
  content_hash bigint not null,
  body json not null,
  refused_at timestamptz not null,
  unique (engine_id, partition_id, position, content_hash)
);

create table procedures.process_instances (
  engine_id uuid not null,
  process_instance_key bigint not null,
  bpmn_process_id text,
  process_version integer,
  process_definition_key bigint,
  parent_process_instance_key bigint,
  parent_element_instance_key bigint,
  state text not null,                      -- ACTIVATING, ACTIVATED, COMPLETING, COMPLETED, TERMINATING, TERMINATED
  started_at timestamptz,
  ended_at timestamptz,
  updated_position bigint not null,
  raw_pruned_at timestamptz,                -- its raw records are gone: these rows are the truth now
  primary key (engine_id, process_instance_key)
);
create index on procedures.process_instances (engine_id, bpmn_process_id, state);
create index on procedures.process_instances (engine_id, parent_process_instance_key)
  where parent_process_instance_key is not null;
create index on procedures.process_instances (ended_at) where raw_pruned_at is null;

create table procedures.element_instances (
  engine_id uuid not null,
  element_instance_key bigint not null,
  process_instance_key bigint,
  process_definition_key bigint,
  bpmn_process_id text,
  element_id text,
  element_type text,                        -- SEQUENCE_FLOW has the one state TAKEN
  flow_scope_key bigint,
  state text not null,
  started_at timestamptz,
  ended_at timestamptz,
  updated_position bigint not null,
  primary key (engine_id, element_instance_key)
);
create index on procedures.element_instances (engine_id, process_instance_key);
create index on procedures.element_instances (engine_id, process_definition_key, element_id);

create table procedures.jobs (
  engine_id uuid not null,
  job_key bigint not null,
  job_type text,
  process_instance_key bigint,
  process_definition_key bigint,
  bpmn_process_id text,
  element_id text,
  element_instance_key bigint,
  custom_headers json,
  state text not null,                      -- the last intent: CREATED, FAILED, RETRIES_UPDATED, COMPLETED, CANCELED, ...
  retries integer,
  worker text,
  error_code text,
  error_message text,
  created_at timestamptz,
  ended_at timestamptz,
  updated_position bigint not null,
  primary key (engine_id, job_key)
);
create index on procedures.jobs (engine_id, process_instance_key);

create table procedures.incidents (
  engine_id uuid not null,
  incident_key bigint not null,
  error_type text,
  error_message text,
  process_instance_key bigint,
  process_definition_key bigint,
  bpmn_process_id text,
  element_id text,
  element_instance_key bigint,
  job_key bigint,
  state text not null,                      -- CREATED, RESOLVED
  created_at timestamptz,
  resolved_at timestamptz,
  updated_position bigint not null,
  primary key (engine_id, incident_key)
);
create index on procedures.incidents (engine_id, process_instance_key);
create index on procedures.incidents (engine_id, created_at) where resolved_at is null;

-- Waits of instances for a message (not the start events of processes).
create table procedures.message_subscriptions (
  engine_id uuid not null,
  element_instance_key bigint not null,
  message_name text not null,
  process_instance_key bigint,
  bpmn_process_id text,
  element_id text,
  correlation_key text,
  interrupting boolean,
  state text not null,                      -- CREATING, CREATED, CORRELATED, DELETING, DELETED
  opened_at timestamptz,
  closed_at timestamptz,
  updated_position bigint not null,
  primary key (engine_id, element_instance_key, message_name)
);
create index on procedures.message_subscriptions (engine_id, process_instance_key);

create table procedures.variables (
  engine_id uuid not null,
  variable_key bigint not null,
  scope_key bigint,                         -- the element or process instance; it may not be here yet
  process_instance_key bigint,
  process_definition_key bigint,
  name text,
  value text,                               -- JSON text, as the engine keeps it
  updated_at timestamptz,
  updated_position bigint not null,
  primary key (engine_id, variable_key)
);
create index on procedures.variables (engine_id, process_instance_key);

create table procedures.timers (
  engine_id uuid not null,
  timer_key bigint not null,
  element_instance_key bigint,
  process_instance_key bigint,
  process_definition_key bigint,
  element_id text,
  due_at timestamptz,
  repetitions integer,
  state text not null,                      -- CREATED, TRIGGERED, CANCELED
  created_at timestamptz,
  ended_at timestamptz,
  updated_position bigint not null,
  primary key (engine_id, timer_key)
);
create index on procedures.timers (engine_id, process_instance_key);

create table procedures.deployed_processes (
  engine_id uuid not null,
  process_definition_key bigint not null,
  bpmn_process_id text,
  version integer,
  resource_name text,
  checksum text,
  state text not null,                      -- CREATED, DELETING, DELETED
  deployed_at timestamptz,
  updated_position bigint not null,
  primary key (engine_id, process_definition_key)
);
create index on procedures.deployed_processes (engine_id, bpmn_process_id, version);

create table procedures.decision_evaluations (
  engine_id uuid not null,
  evaluation_key bigint not null,
  decision_id text,
  decision_version integer,
  decision_key bigint,
  process_instance_key bigint,              -- null when a command asked, not an instance
  element_instance_key bigint,
  element_id text,
  state text not null,                      -- EVALUATED, FAILED
  output text,                              -- JSON text
  failure_message text,
  evaluated_decisions json,                 -- inputs, matched rules and outputs of each decision
  evaluated_at timestamptz,
  updated_position bigint not null,
  primary key (engine_id, evaluation_key)
);
create index on procedures.decision_evaluations (engine_id, process_instance_key);
