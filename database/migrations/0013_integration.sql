-- Other programs: who they are, what they have asked already, and by which number they know our cases.

-- The name under which a program acts; it has no account and no position.
alter table procedures.people add column technical boolean not null default false;

create table procedures.api_tokens (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  name text not null,
  secret_hash text not null,                -- sha256 of 256 random bits: nothing to guess, nothing to salt
  person_id uuid not null references procedures.people,
  unit_code text not null,                  -- acts with the sight of this unit
  groups text[] not null default '{}',      -- candidate groups that it may act as
  scopes text[] not null,
  created_by uuid not null references procedures.people,
  created_at timestamptz not null,
  approved_by uuid references procedures.people,  -- the head of the unit; until then the token opens nothing
  approved_at timestamptz,
  expires_at timestamptz not null,
  revoked_by uuid references procedures.people,
  revoked_at timestamptz,
  revoked_reason text,
  last_used_at timestamptz
);
create index on procedures.api_tokens (tenant_id, created_at desc);

-- An answer that was given is given again for the same key; a key whose work died half-way is worked on again, under
-- ids that are derived from the key, so that nothing is done twice.
create table procedures.idempotency_keys (
  token_id uuid not null references procedures.api_tokens,
  key text not null,
  request_hash text not null,
  status integer,
  response json,
  created_at timestamptz not null,
  primary key (token_id, key)
);
create index on procedures.idempotency_keys (created_at);

-- The number by which another system knows a case. It changes by a new row; the old one stays as superseded.
create table procedures.external_references (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  case_id uuid not null references procedures.cases,
  system text not null,
  reference text not null,
  recorded_by uuid not null references procedures.people,
  recorded_at timestamptz not null,
  superseded_at timestamptz
);
create unique index one_case_per_reference on procedures.external_references (tenant_id, system, reference)
  where superseded_at is null;
create unique index one_reference_per_system on procedures.external_references (case_id, system)
  where superseded_at is null;
