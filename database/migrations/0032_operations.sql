-- Vận hành: heat on the drawing is read by the time in which steps ended, so that a period costs what happened in it and
-- not what ever happened.
create index element_instances_ended on procedures.element_instances (engine_id, ended_at)
  include (process_definition_key, element_id, started_at)
  where ended_at is not null and element_type <> 'SEQUENCE_FLOW';

-- What one person asks for and another must decide: the end of a case's process.
create table procedures.cancel_requests (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  case_id uuid not null references procedures.cases,
  reason text not null,
  state text not null check (state in ('PROPOSED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
  proposed_by uuid not null references procedures.people,
  proposed_at timestamptz not null,
  decided_by uuid references procedures.people,
  decided_at timestamptz,
  decision_reason text
);
create unique index one_open_cancel_request on procedures.cancel_requests (case_id) where state = 'PROPOSED';
create index on procedures.cancel_requests (tenant_id, proposed_at desc);

-- What an operator did by hand, and why: the audit chain holds no free text.
create table procedures.operator_acts (
  id bigint generated always as identity primary key,
  tenant_id text not null references procedures.tenants,
  case_id uuid not null references procedures.cases,
  kind text not null check (kind in ('MOVE_TOKEN', 'FIX_VARIABLE')),
  reason text not null,
  done_by uuid not null references procedures.people,
  done_at timestamptz not null
);
create index on procedures.operator_acts (case_id);
