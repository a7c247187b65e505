-- Recurring duties of a tenant: what must be sent to whom for every period, by when. A schedule is never edited: a new
-- version takes its place, with who changed it and why. Every period has one occurrence, whatever dies half-way.

create table procedures.schedules (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  code text not null,                       -- what the plan calls it
  created_at timestamptz not null,
  unique (tenant_id, code)
);

create table procedures.schedule_versions (
  schedule_id uuid not null references procedures.schedules,
  version integer not null,
  definition json not null,                 -- shared/schedules-contract.ts: ScheduleDefinition
  active boolean not null,                  -- opens occurrences while it is in force
  reason text not null,
  changed_by uuid,                          -- null: the seed
  created_at timestamptz not null,
  superseded_at timestamptz,
  next_open_at timestamptz,                 -- when to look again; null: not known, so now
  settled boolean not null default false,   -- superseded, and every occurrence that it owed is open
  primary key (schedule_id, version)
);
create unique index one_schedule_version_in_force on procedures.schedule_versions (schedule_id)
  where superseded_at is null;

create table procedures.schedule_occurrences (
  id uuid primary key,
  schedule_id uuid not null,
  version integer not null,
  tenant_id text not null references procedures.tenants,
  period_from date not null,
  period_to date not null,
  owner text not null,                      -- unit code, as it was when it opened
  opened_at timestamptz not null,
  foreign key (schedule_id, version) references procedures.schedule_versions,
  unique (schedule_id, period_from, period_to)
);

create table procedures.schedule_clocks (
  id uuid primary key,
  occurrence_id uuid not null references procedures.schedule_occurrences,
  tenant_id text not null references procedures.tenants,
  owner text not null,
  start_at timestamptz not null,
  due_at timestamptz not null,
  due_day date not null,
  nominal_day date not null,
  amber_at timestamptz not null,
  derivation json not null,                 -- {"vi", "en"}
  calendar_revision integer not null,
  state text not null check (state in ('RUNNING', 'MET', 'MISSED', 'SUPERSEDED')),
  stage text not null default 'NEUTRAL' check (stage in ('NEUTRAL', 'AMBER', 'DUE', 'ESCALATED')),
  stopped_at timestamptz,                   -- business time of the last sending
  superseded_by uuid,
  superseded_reason json,                   -- {"vi", "en"}
  created_at timestamptz not null
);
create unique index one_schedule_clock_in_force on procedures.schedule_clocks (occurrence_id)
  where state <> 'SUPERSEDED';
create index on procedures.schedule_clocks (tenant_id, due_at) where state = 'RUNNING';

create table procedures.schedule_stages (
  clock_id uuid not null references procedures.schedule_clocks,
  stage text not null,
  reached_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (clock_id, stage)
);

create table procedures.schedule_recipients (
  occurrence_id uuid not null references procedures.schedule_occurrences,
  seq integer not null,
  unit_code text,                           -- null: a body that is no unit of the tenant
  name text not null,
  sent_at timestamptz,                      -- business time
  document_no text,
  late_reason text,
  entered_at timestamptz,
  person_id uuid,
  primary key (occurrence_id, seq),
  check ((sent_at is null) = (entered_at is null))
);
