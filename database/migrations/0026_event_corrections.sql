-- A sending that was recorded wrongly is never edited: a correction says what is right and why, and once it is in force
-- a new business event stands in its place. Both stay in the timeline.
create table procedures.event_corrections (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  case_id uuid not null references procedures.cases,
  event_id uuid not null references procedures.business_events, -- the one that is wrong
  state text not null check (state in ('ASKED', 'IN_FORCE', 'REFUSED')),
  reason text not null,
  business_at timestamptz not null,
  task json not null,                                     -- what the paper says, as the event's own data.task
  asked_by uuid not null references procedures.people,
  asked_at timestamptz not null,
  decided_by uuid references procedures.people,           -- null where no second person was needed
  decided_at timestamptz,
  decision_reason text,
  new_event_id uuid references procedures.business_events,
  check ((state = 'IN_FORCE') = (new_event_id is not null)),
  check ((state = 'ASKED') = (decided_at is null))
);
create unique index on procedures.event_corrections (event_id) where state in ('ASKED', 'IN_FORCE');
create unique index on procedures.event_corrections (new_event_id) where new_event_id is not null;
create index on procedures.event_corrections (case_id);
create index on procedures.event_corrections (tenant_id) where state = 'ASKED';
