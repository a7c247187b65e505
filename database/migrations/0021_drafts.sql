-- Drafts of procedure packages: files as they were last saved, whatever is in them (broken XML too), and earlier versions
-- of each. A save names the revision that it was made from, so that two people never overwrite each other in silence.

create table procedures.drafts (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  package_id text not null,
  base_version text not null,                  -- the published version that it was made from
  state text not null default 'OPEN' check (state in ('OPEN', 'CLOSED')),
  created_by uuid not null references procedures.people,
  created_at timestamptz not null,
  changed_by uuid not null references procedures.people,
  changed_at timestamptz not null
);
create index on procedures.drafts (tenant_id, package_id) where state = 'OPEN';

create table procedures.draft_files (
  draft_id uuid not null references procedures.drafts on delete cascade,
  path text not null,
  revision integer not null,                   -- counts the saves of this file
  content bytea not null,
  changed_by uuid not null references procedures.people,
  changed_at timestamptz not null,
  primary key (draft_id, path)
);

-- What a file was before somebody else, or the same person after a while, went on with it.
create table procedures.draft_file_versions (
  draft_id uuid not null references procedures.drafts on delete cascade,
  path text not null,
  revision integer not null,
  content bytea not null,
  changed_by uuid not null references procedures.people,
  changed_at timestamptz not null,
  primary key (draft_id, path, revision)
);
