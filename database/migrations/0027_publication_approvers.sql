-- Who may be the second person for a new version of a procedure: decided by each tenant. Nothing decided: another
-- administrator, or a head of any unit.

create table procedures.publication_approvers (
  tenant_id text primary key references procedures.tenants,
  version integer not null check (version > 0),
  administrators boolean not null,
  units json,                                  -- ["CODE"] whose heads may; null: of any unit
  changed_by uuid not null references procedures.people,
  changed_at timestamptz not null
);
