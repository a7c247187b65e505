-- Documents that are drawn up from Word templates: the tenant's own versions of templates, letterheads, formats of
-- number series, what was drawn up, and the files themselves.

-- Files are never changed; a draft that is drawn up again gets a new one.
create table procedures.document_files (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  content bytea not null,
  content_hash text not null,               -- sha256, hex
  size integer not null,
  created_at timestamptz not null
);
create trigger document_files_frozen before update on procedures.document_files
  for each row execute function procedures.refuse_change();

-- A tenant's later version of a package's template. Version 0 is the package's own and has no row.
create table procedures.document_templates (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  package_id text not null,
  document_id text not null,
  version integer not null check (version > 0),
  form_number text,
  effective_from date not null,
  effective_to date,
  note text not null,
  file_id uuid not null references procedures.document_files,
  file_name text not null,
  person_id uuid not null,
  created_at timestamptz not null,
  unique (tenant_id, package_id, document_id, version)
);
create trigger document_templates_frozen before update or delete on procedures.document_templates
  for each row execute function procedures.refuse_change();

-- What stands at the head of a unit's documents.
create table procedures.letterheads (
  tenant_id text not null references procedures.tenants,
  unit_code text not null,
  superior text not null,                   -- the body above
  issuer text not null,                     -- the body that issues
  place text not null,                      -- before the date
  symbol text not null,                     -- in the number
  changed_at timestamptz not null,
  primary key (tenant_id, unit_code)
);

-- A tenant's own format of a series; without a row the package's is used.
create table procedures.document_series (
  tenant_id text not null references procedures.tenants,
  series text not null,
  format text not null,
  changed_at timestamptz not null,
  primary key (tenant_id, series)
);

create table procedures.case_documents (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  case_id uuid not null references procedures.cases,
  document_id text not null,                -- of the case's package
  template_version integer not null,
  template_hash text not null,
  form_number text,
  state text not null check (state in ('DRAFT', 'ISSUED', 'SUPERSEDED')),
  file_id uuid not null references procedures.document_files,
  content_hash text not null,
  series text,
  series_year integer,
  series_n integer,
  number text,
  signer_id uuid references procedures.people,
  signer_name text,
  signer_lines text[] not null default '{}',
  acting_for uuid references procedures.acting_appointments, -- signed on another's behalf
  drawn_by uuid not null references procedures.people,
  drawn_at timestamptz not null,
  issued_by uuid references procedures.people,
  issued_at timestamptz,
  supersedes uuid references procedures.case_documents,
  supersede_reason text,                    -- why this one takes the place of the other
  superseded_by uuid references procedures.case_documents,
  check (state = 'DRAFT' or (issued_by is not null and issued_at is not null)),
  unique (tenant_id, series, series_year, series_n)
);
create index on procedures.case_documents (case_id);
create unique index one_open_successor on procedures.case_documents (supersedes);

-- What was issued stays as it was: only its being superseded is added.
create function procedures.refuse_issued_change() returns trigger language plpgsql as $body$
begin
  if old.state = 'DRAFT' then
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    raise exception 'Expected an issued document to stay, but its deletion was attempted';
  end if;
  if old.state = 'ISSUED' and new.state = 'SUPERSEDED' and new.superseded_by is not null
    and (new.file_id, new.content_hash, new.template_version, new.signer_lines, new.issued_at, new.case_id, new.document_id)
      = (old.file_id, old.content_hash, old.template_version, old.signer_lines, old.issued_at, old.case_id, old.document_id)
    and new.number is not distinct from old.number and new.series_n is not distinct from old.series_n
    and new.signer_id is not distinct from old.signer_id and new.issued_by is not distinct from old.issued_by then
    return new;
  end if;
  raise exception 'Expected an issued document to stay as it is, but a change was attempted';
end $body$;
create trigger case_documents_frozen before update or delete on procedures.case_documents
  for each row execute function procedures.refuse_issued_change();
