-- Alarms that ring until somebody acknowledges them, the roster of shifts, and the signed list by which one shift hands
-- over to the next. Nothing here holds a word about a person of a case: number, kind, how long, whom to call.

create table procedures.alarms (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  case_id uuid not null references procedures.cases,
  event_id uuid not null references procedures.business_events,
  alarm text not null,                                    -- id in the package's manifest
  cause text not null,                                    -- the alarm itself, or the event: each rings once
  unit_code text not null,
  group_id text not null,                                 -- the candidate group that is rung first
  title json not null,
  details json not null,
  contacts text[] not null default '{}',
  state text not null check (state in ('RINGING', 'ESCALATED', 'ACKNOWLEDGED', 'CLOSED')),
  level integer not null default 0,                       -- steps of the tenant's chain that have been taken
  raised_at timestamptz not null,
  escalated_at timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by uuid references procedures.people,
  closed_at timestamptz,
  closed_by uuid references procedures.people,            -- null: the procedure itself
  close_cause text check (close_cause in ('EVENT', 'CASE_ENDED', 'PERSON')),
  close_note text,
  unique (case_id, alarm, cause),
  check ((acknowledged_at is null) = (acknowledged_by is null)),
  check ((state = 'CLOSED') = (closed_at is not null))
);
create index alarms_running on procedures.alarms (tenant_id, raised_at) where state <> 'CLOSED';
create index on procedures.alarms (tenant_id, unit_code, raised_at desc);

-- Whoever has been rung hears it until somebody acknowledges, also in a browser that is opened later.
create table procedures.alarm_rings (
  alarm_id uuid not null references procedures.alarms,
  person_id uuid not null references procedures.people,
  tenant_id text not null references procedures.tenants,
  level integer not null,
  because json,
  rung_at timestamptz not null,
  primary key (alarm_id, person_id)
);
create index on procedures.alarm_rings (person_id);

-- What the administrator of a tenant has decided; without a row alarms/alarm-settings.ts says what holds.
create table procedures.alarm_settings (
  tenant_id text primary key references procedures.tenants,
  settings json not null,
  version integer not null,
  changed_at timestamptz not null,
  changed_by uuid references procedures.people
);

create table procedures.duty_shifts (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  unit_code text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  deputy_id uuid references procedures.people,
  created_by uuid references procedures.people,           -- null: the seed
  created_at timestamptz not null,
  cancelled_at timestamptz,
  cancelled_by uuid references procedures.people,
  cancel_reason text,
  check (ends_at > starts_at),
  foreign key (tenant_id, unit_code) references procedures.units (tenant_id, code)
);
create index on procedures.duty_shifts (tenant_id, unit_code, ends_at) where cancelled_at is null;
create table procedures.duty_shift_people (
  shift_id uuid not null references procedures.duty_shifts,
  person_id uuid not null references procedures.people,
  primary key (shift_id, person_id)
);

create table procedures.duty_hand_overs (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  unit_code text not null,
  shift_id uuid references procedures.duty_shifts,        -- the shift that ends; null: there is no roster
  next_shift_id uuid references procedures.duty_shifts,
  state text not null check (state in ('GIVEN', 'TAKEN', 'REFUSED', 'WITHDRAWN')),
  content json not null,
  content_hash text not null,
  given_by uuid references procedures.people,             -- null: taken over without the giver
  given_at timestamptz not null,
  meant_for uuid not null references procedures.people,
  without_giver text,                                     -- why
  taken_by uuid references procedures.people,
  taken_at timestamptz,
  take_remark text,
  settled_at timestamptz,
  settle_reason text,                                     -- of a refusal or a withdrawal
  signature_hash text,                                    -- over the list and both confirmations
  check ((given_by is null) = (without_giver is not null)),
  check ((state = 'TAKEN') = (taken_by is not null)),
  check ((state = 'TAKEN') = (signature_hash is not null)),
  foreign key (tenant_id, unit_code) references procedures.units (tenant_id, code)
);
create unique index one_waiting_hand_over on procedures.duty_hand_overs (tenant_id, unit_code) where state = 'GIVEN';
create index on procedures.duty_hand_overs (tenant_id, unit_code, given_at desc);
create index on procedures.duty_hand_overs (shift_id);

-- A list stays as it was given: only the answer to one that waits may be written, once.
create function procedures.keep_hand_over() returns trigger language plpgsql as $body$
begin
  if tg_op = 'DELETE' or old.state <> 'GIVEN'
     or row(new.id, new.tenant_id, new.unit_code, new.shift_id, new.content::text, new.content_hash, new.given_by, new.given_at, new.meant_for)
        is distinct from row(old.id, old.tenant_id, old.unit_code, old.shift_id, old.content::text, old.content_hash, old.given_by, old.given_at, old.meant_for)
  then
    raise exception 'Expected a signed hand-over to stay as it is, but % of % was tried', tg_op, old.id;
  end if;
  return new;
end $body$;
create trigger hand_overs_stay before update or delete on procedures.duty_hand_overs
  for each row execute function procedures.keep_hand_over();

-- Wrong passwords at a second confirmation, so that nobody tries many at an open desk.
create table procedures.confirmation_failures (
  person_id uuid not null references procedures.people,
  at timestamptz not null
);
create index on procedures.confirmation_failures (person_id, at);
