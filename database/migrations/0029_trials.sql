-- Trying a draft before it is published: what its scenarios said last, and what a tenant asks of a proposal whose scenarios
-- fail. Trials themselves leave nothing here: they run over a database of their own.

create table procedures.trial_results (
  draft_id uuid not null references procedures.drafts on delete cascade,
  path text not null,                          -- scenarios/<name>.json
  content_hash text not null,                  -- of the draft's files as they were tried
  ok boolean not null,
  result json not null,
  ran_by uuid not null references procedures.people,
  ran_at timestamptz not null,
  primary key (draft_id, path)
);

-- REASON: whoever proposes says why. REFUSE: every scenario must have held, on the very files that are proposed.
create table procedures.trial_policies (
  tenant_id text primary key references procedures.tenants,
  failing text not null check (failing in ('REASON', 'REFUSE')),
  reason text not null,
  changed_by uuid not null references procedures.people,
  changed_at timestamptz not null
);

-- Frozen with the proposal: what trials had said of its files, and why it was proposed all the same.
alter table procedures.publications add column trials json;
alter table procedures.publications add column trials_reason text;
