-- The pages for people who do not work in the panel: what a tenant says there of itself, who has an account there, and what
-- is added to a case by its receipt code.

create table procedures.portal_settings (
  tenant_id text primary key references procedures.tenants,
  settings json not null,
  changed_at timestamptz not null,
  changed_by uuid references procedures.people     -- null: the first ones, from the seed
);

-- An account of the portal belongs to one person; its password lies with users-permissions.
create table procedures.portal_accounts (
  person_id uuid primary key references procedures.people,
  tenant_id text not null references procedures.tenants,
  user_id integer not null unique,
  login_name text not null unique,
  code_hash text,                                  -- sha256 of the code by which a password is chosen, once
  code_expires_at timestamptz,
  generation integer not null default 1,           -- raised whenever what was signed in before must end
  failed integer not null default 0,
  locked_until timestamptz,
  closed_at timestamptz,
  created_at timestamptz not null
);

-- What whoever holds a receipt has added has no author that anybody knows.
alter table procedures.notes alter column author drop not null;
alter table procedures.notes add column by_receipt boolean not null default false;
alter table procedures.notes add constraint notes_author_known check (author is not null or by_receipt);
