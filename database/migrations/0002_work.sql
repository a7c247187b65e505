-- Work data: what people and the scheduler do. Everything hangs on ids of our own (uuid), never on an engine key.
-- Read and written on Strapi's connection; times are timestamptz (UTC), shown in the tenant's zone. Columns are json, not
-- jsonb: Strapi's dialect makes the driver give jsonb back as text.

create table procedures.tenants (
  id text primary key,                      -- stable key, [a-z0-9-]
  name text not null,
  time_zone text not null default 'Asia/Ho_Chi_Minh',
  demo boolean not null default false,
  created_at timestamptz not null
);

create table procedures.units (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  code text not null,                       -- stable code used in candidate groups: CODE/role
  name text not null,
  parent_code text,
  external boolean not null default false,  -- a body outside the tenant that only receives
  unique (tenant_id, code)
);

create table procedures.people (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  admin_user_id integer unique,             -- the account in the admin panel
  full_name text not null,
  active boolean not null default true
);

-- A person holds a position in a unit for a time; a position gives roles; unit code + '/' + role is a candidate group.
create table procedures.positions (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  person_id uuid not null references procedures.people,
  unit_code text not null,
  title text not null,
  roles text[] not null default '{}',
  is_head boolean not null default false,
  valid_from timestamptz not null,
  valid_to timestamptz
);
create index on procedures.positions (person_id);
create index on procedures.positions (tenant_id, unit_code);

-- A calendar day that differs from the weekly pattern. Weekend days are in calendar_settings.
create table procedures.calendar_days (
  tenant_id text not null references procedures.tenants,
  day date not null,
  kind text not null check (kind in ('HOLIDAY', 'WORKING')),
  name text not null,
  status text not null check (status in ('LAW', 'DECIDED', 'ASSUMED')),
  primary key (tenant_id, day)
);
create table procedures.calendar_settings (
  tenant_id text primary key references procedures.tenants,
  weekend integer[] not null default '{6,7}',   -- ISO weekdays
  revision integer not null default 1,
  changed_at timestamptz not null
);

create table procedures.packages (
  tenant_id text not null references procedures.tenants,
  package_id text not null,
  version text not null,
  manifest json not null,
  events json not null,
  content_hash text not null,
  published_at timestamptz not null,
  active boolean not null default true,     -- the version new cases start with
  primary key (tenant_id, package_id, version)
);
create table procedures.package_files (
  tenant_id text not null,
  package_id text not null,
  version text not null,
  path text not null,                       -- e.g. nguon-tin.bpmn
  kind text not null check (kind in ('bpmn', 'dmn', 'form', 'document', 'scenario', 'other')),
  content bytea not null,
  primary key (tenant_id, package_id, version, path),
  foreign key (tenant_id, package_id, version) references procedures.packages on delete cascade
);
-- plain id <-> deployed id, kept with each deployment
create table procedures.deployed_ids (
  engine_id uuid not null,
  deployed_id text not null,
  tenant_id text not null,
  package_id text not null,
  version text not null,
  kind text not null check (kind in ('process', 'decision', 'drg', 'form', 'message', 'signal')),
  plain_id text not null,
  deployed_at timestamptz not null,
  primary key (engine_id, kind, deployed_id, version)
);

create table procedures.parameters (
  tenant_id text not null references procedures.tenants,
  package_id text not null,
  name text not null,
  value json not null,
  valid_from timestamptz not null default '-infinity',
  changed_by uuid,
  reason text,
  primary key (tenant_id, package_id, name, valid_from)
);

-- A clock rule of a tenant: the package's rule, or the tenant's later version of it. Versions are never edited.
create table procedures.clock_rules (
  tenant_id text not null references procedures.tenants,
  package_id text not null,
  rule_id text not null,
  version integer not null,
  definition json not null,
  confirmation_state text not null check (confirmation_state in ('UNCONFIRMED', 'CONFIRMED')),
  confirmed_by text,
  confirmed_at timestamptz,
  confirmation_document text,
  active boolean not null default true,
  created_at timestamptz not null,
  primary key (tenant_id, package_id, rule_id, version)
);

create table procedures.cases (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  package_id text not null,
  package_version text not null,
  record_type text not null,                -- Strapi uid
  record_document_id text not null,
  book_no text,                             -- taken at confirmation
  receipt_code text unique,
  state text not null,                      -- business state; codes are the package's
  outcome text,
  outcome_ground text,
  handling_unit text not null,              -- unit code
  origin_unit text,                         -- unit that handed it over
  restricted boolean not null default false,-- only units in participating_units may know of it
  participating_units text[] not null default '{}',
  facts json not null default '{}',        -- results of decisions, kept by name
  public_status text,
  public_text json,                        -- {"vi", "en"}
  life text not null default 'STARTING' check (life in ('STARTING', 'ACTIVE', 'COMPLETED', 'CANCELLED', 'HELD')),
  received_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on procedures.cases (tenant_id, state);
create index on procedures.cases (tenant_id, received_at desc);
create unique index on procedures.cases (tenant_id, package_id, book_no);

-- Which process instances serve a case; keys are qualified by engine.
create table procedures.case_instances (
  engine_id uuid not null,
  process_instance_key bigint not null,
  case_id uuid not null references procedures.cases,
  root boolean not null,
  ended_at timestamptz,
  primary key (engine_id, process_instance_key)
);
create index on procedures.case_instances (case_id);

-- Open waits of a case that a message can satisfy: learnt from subscription records.
create table procedures.case_subscriptions (
  engine_id uuid not null,
  element_instance_key bigint not null,
  message_name text not null,               -- deployed name
  plain_message text not null,
  element_id text not null,
  correlation_key text not null,
  case_id uuid not null references procedures.cases,
  opened_position bigint not null,
  closed_at timestamptz,
  primary key (engine_id, element_instance_key, message_name)
);
create index on procedures.case_subscriptions (case_id) where closed_at is null;

create table procedures.tasks (
  id uuid primary key,
  case_id uuid not null references procedures.cases,
  tenant_id text not null,
  engine_id uuid not null,
  job_key bigint not null,
  element_id text not null,                 -- plain id in the model
  element_instance_key bigint not null,
  process_id text not null,                 -- plain process id
  title text not null,
  form_id text,
  candidate_groups text[] not null default '{}',
  constraints json not null default '{}',  -- e.g. {"differentFrom":"phan_loai"}
  assignee uuid references procedures.people,
  state text not null check (state in ('OPEN', 'COMPLETING', 'COMPLETED', 'CANCELLED')),
  due_at timestamptz,                       -- earliest open clock that binds the task
  due_clock uuid,
  opened_at timestamptz not null,
  claimed_at timestamptz,
  completed_at timestamptz,
  completed_by uuid,
  version integer not null default 1,       -- raised by every write; a form sends back the one it read
  unique (engine_id, job_key)
);
create index on procedures.tasks (tenant_id, state, due_at);
create index on procedures.tasks (case_id);
create index on procedures.tasks (assignee) where state = 'OPEN';
create index on procedures.tasks using gin (candidate_groups) where state = 'OPEN';

create table procedures.task_drafts (
  task_id uuid not null references procedures.tasks,
  person_id uuid not null references procedures.people,
  values json not null,
  reason text,                              -- set when an action was superseded and its values kept here
  saved_at timestamptz not null,
  primary key (task_id, person_id)
);

-- The outbox: a person's action, staged with its effects, sent to the engine, confirmed by the engine's record.
create table procedures.actions (
  id uuid primary key,
  tenant_id text not null,
  case_id uuid references procedures.cases,
  task_id uuid references procedures.tasks,
  kind text not null check (kind in ('START_CASE', 'COMPLETE_TASK', 'PUBLISH_MESSAGE', 'RECORD_EVENT')),
  event_code text,
  business_at timestamptz not null,
  entered_at timestamptz not null,
  late_reason text,
  person_id uuid,
  payload json not null,                   -- form values and decision results; applied at confirmation
  command json,                            -- what is sent to the engine
  state text not null check (state in ('STAGED', 'SENT', 'CONFIRMED', 'SUPERSEDED', 'BLOCKED')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  last_answer text,
  superseded_reason text,
  result json,
  settled_at timestamptz
);
create index on procedures.actions (next_attempt_at) where state in ('STAGED', 'SENT');
create unique index one_terminal_action_per_task on procedures.actions (task_id)
  where kind = 'COMPLETE_TASK' and state in ('STAGED', 'SENT', 'CONFIRMED', 'BLOCKED');

create table procedures.business_events (
  id uuid primary key,
  case_id uuid not null references procedures.cases,
  seq integer not null,
  code text not null,
  business_at timestamptz not null,
  entered_at timestamptz not null,
  late_reason text,
  person_id uuid,
  actor text,                               -- unit code or outside body
  data json not null default '{}',
  state_after text not null,
  public_status text,
  public_text json,                        -- {"vi", "en"}
  action_id uuid,
  unique (case_id, seq)
);

create table procedures.clocks (
  id uuid primary key,
  case_id uuid not null references procedures.cases,
  tenant_id text not null,
  package_id text not null,
  rule_id text not null,
  rule_version integer not null,
  rule text not null,
  variant text,
  owner text not null,
  tracking text not null check (tracking in ('ENFORCED', 'EXTERNAL')),
  unit text not null,
  length numeric not null,
  start_event text not null,
  anchor text not null,
  start_at timestamptz not null,
  due_at timestamptz not null,
  due_day date not null,
  nominal_day date not null,
  amber_at timestamptz not null,
  derivation json not null,                -- {"vi": "...", "en": "..."}
  calendar_revision integer not null,
  state text not null check (state in ('RUNNING', 'PAUSED', 'MET', 'MISSED', 'SUPERSEDED')),
  stage text not null default 'NEUTRAL' check (stage in ('NEUTRAL', 'AMBER', 'DUE', 'ESCALATED')),
  started_by uuid,                          -- business event
  stopped_by uuid,
  stopped_at timestamptz,                   -- business time
  paused_at timestamptz,                    -- business time; set while PAUSED
  paused_ranges json not null default '[]',-- [{"from", "to"}]
  added_days integer not null default 0,    -- days that pauses have added
  superseded_by uuid,
  superseded_reason text,
  approver text,
  document text,
  created_at timestamptz not null
);
create index on procedures.clocks (case_id);
create index on procedures.clocks (tenant_id, due_at) where state = 'RUNNING';

create table procedures.clock_stages (
  clock_id uuid not null references procedures.clocks,
  stage text not null,
  reached_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (clock_id, stage)
);

-- What must be told to whom: derived by decisions, sent by people or by the scheduler.
create table procedures.notices (
  id uuid primary key,
  case_id uuid references procedures.cases,
  tenant_id text not null,
  kind text not null,                       -- REQUIRED (from a decision), CLOCK (a stage reached), REMINDER
  recipient text not null,
  rule text,
  text json not null,
  event_id uuid,
  clock_id uuid,
  person_id uuid,
  created_at timestamptz not null,
  read_at timestamptz
);
create index on procedures.notices (case_id);
create index on procedures.notices (tenant_id, recipient, created_at desc);

create table procedures.number_series (
  tenant_id text not null,
  series text not null,
  year integer not null,
  last integer not null,
  primary key (tenant_id, series, year)
);

-- Effects of reactions, each once: (engine, partition, position, reaction)
create table procedures.reaction_cursors (
  engine_id uuid not null,
  partition_id integer not null,
  position bigint not null,
  primary key (engine_id, partition_id)
);
create table procedures.reaction_effects (
  engine_id uuid not null,
  partition_id integer not null,
  position bigint not null,
  reaction text not null,
  primary key (engine_id, partition_id, position, reaction)
);

-- Append-only, hash-linked per tenant. entry_hash = sha256(previous_hash || canonical json of the entry).
create table procedures.audit_entries (
  tenant_id text not null,
  seq bigint not null,
  at timestamptz not null,
  person_id uuid,
  admin_user_id integer,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  detail json not null default '{}',
  previous_hash text not null,
  entry_hash text not null,
  primary key (tenant_id, seq)
);
create function procedures.refuse_change() returns trigger language plpgsql as $body$
begin
  raise exception 'Expected the audit chain to be append-only, but % was attempted', tg_op;
end $body$;
create trigger audit_entries_append_only before update or delete on procedures.audit_entries
  for each row execute function procedures.refuse_change();
create trigger audit_entries_not_emptied before truncate on procedures.audit_entries
  for each statement execute function procedures.refuse_change();
