-- Publishing by two people: what one proposes is frozen here, file by file, until another decides. It comes into force at
-- once or on its day; what was decided is never changed.

create table procedures.publications (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  package_id text not null,
  version text not null,
  base_version text not null,                  -- in force when it was proposed
  kind text not null check (kind in ('CHANGE', 'ROLLBACK')),
  draft_id uuid references procedures.drafts,
  restores text,                               -- ROLLBACK: the earlier version whose content comes back
  note text not null,
  state text not null check (state in ('PROPOSED', 'APPROVED', 'IN_FORCE', 'REFUSED', 'WITHDRAWN', 'FAILED')),
  effective_at timestamptz,                    -- null: as soon as it is approved
  proposed_by uuid not null references procedures.people,
  proposed_at timestamptz not null,
  decided_by uuid references procedures.people,
  decided_at timestamptz,
  decision_reason text,
  in_force_at timestamptz,
  failure json                                 -- {"vi","en"}
);
create unique index on procedures.publications (tenant_id, package_id) where state in ('PROPOSED', 'APPROVED');
create index on procedures.publications (effective_at) where state = 'APPROVED';

create table procedures.publication_files (
  publication_id uuid not null references procedures.publications on delete cascade,
  path text not null,
  content bytea not null,
  primary key (publication_id, path)
);
