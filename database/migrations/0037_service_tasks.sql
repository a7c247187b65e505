-- Steps that the platform does itself. A connection is an address that a tenant's procedures may call: data of the
-- tenant, with its secrets sealed by the server's key. A service job is one activation of such a step: its id is the
-- idempotency key of everything that is sent for it, whoever sends, and however often.
create table procedures.connections (
  tenant_id text not null references procedures.tenants,
  id text not null,
  name text not null,
  base_url text not null,
  methods text[] not null,
  headers json not null default '[]',                     -- [{"name", "value"} or {"name", "sealed"}]
  sends text[] not null default '{}',                     -- variables that may leave
  timeout_seconds integer not null check (timeout_seconds between 1 and 30),
  repeatable boolean not null,                            -- the other side knows a repeated call by its Idempotency-Key
  sensitive boolean not null,                             -- also for restricted and protected cases
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid references procedures.people,
  changed_at timestamptz not null,
  changed_by uuid references procedures.people,
  removed_at timestamptz,
  primary key (tenant_id, id)
);

create table procedures.service_jobs (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  case_id uuid not null references procedures.cases,
  engine_id uuid not null,
  job_key bigint not null,
  element_id text not null,
  type text not null,
  headers json not null,
  -- QUEUED: to be done; ANSWERED: done, the engine is to be told; FAILING: given up, the engine is to be told;
  -- FAILED: an incident stands; MOVING: its case is on the way to another version.
  state text not null check (state in ('QUEUED', 'ANSWERED', 'DONE', 'FAILING', 'FAILED', 'CANCELLED', 'MOVING')),
  attempts integer not null default 0,
  sending boolean not null default false,                 -- written before anything is sent, cleared by its answer
  next_attempt_at timestamptz not null,                   -- by the machine's time
  results json,                                           -- variables for the engine
  problem text,                                           -- a code, never a sentence
  answer_status integer,
  answer_ms integer,
  created_at timestamptz not null,
  settled_at timestamptz,
  unique (engine_id, job_key)
);
create index on procedures.service_jobs (next_attempt_at) where state in ('QUEUED', 'ANSWERED', 'FAILING');
create index on procedures.service_jobs (case_id);
