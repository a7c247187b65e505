-- Who works where, and on whose behalf: units and positions that change by date, absences, appointments to act for
-- another, and the trace that an act done on another's behalf leaves.

alter table procedures.units
  add column sort_order integer not null default 0,
  add column receiver_id uuid references procedures.people,   -- who takes what is sent to the unit
  add column closed_from timestamptz;                         -- never deleted: old cases keep their unit

alter table procedures.people add column deactivated_at timestamptz;

-- What was, what is, who changed it, when and why. Whoever asks for an old year gets the old names.
create table procedures.people_changes (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  subject_type text not null check (subject_type in ('unit', 'person', 'position', 'absence', 'acting', 'word')),
  subject_id text not null,
  person_id uuid references procedures.people,                -- whom the change is about
  change text not null,
  before json,
  after json,
  reason text,
  changed_by uuid references procedures.people,               -- null: the platform itself
  changed_at timestamptz not null
);
create index on procedures.people_changes (tenant_id, person_id, changed_at);
create index on procedures.people_changes (tenant_id, subject_type, subject_id, changed_at);
create trigger people_changes_append_only before update or delete on procedures.people_changes
  for each row execute function procedures.refuse_change();

-- Words that a tenant chooses itself: forms of acting for another, kinds of absence.
create table procedures.people_words (
  tenant_id text not null references procedures.tenants,
  list text not null check (list in ('ACTING_FORM', 'ABSENCE_KIND')),
  code text not null,
  title text not null,
  prefix text,                                                -- what stands before the title where one signs
  sort_order integer not null default 0,
  active boolean not null default true,
  primary key (tenant_id, list, code)
);

create table procedures.absences (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  person_id uuid not null references procedures.people,
  kind text not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  note text,
  entered_by uuid references procedures.people,
  created_at timestamptz not null,
  cancelled_at timestamptz,
  check (valid_to > valid_from)
);
create index on procedures.absences (tenant_id, person_id, valid_from) where cancelled_at is null;

-- A head appoints a person to act for the holder of a position, for a time.
create table procedures.acting_appointments (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  position_id uuid not null references procedures.positions,
  holder_id uuid not null references procedures.people,
  deputy_id uuid not null references procedures.people,
  unit_code text not null,
  form text not null,
  -- as they were when it was made: what was signed under it is printed with these words for ever
  prefix text not null,
  holder_title text not null,
  deputy_title text not null,
  legal_basis text not null,
  document_no text not null,
  scope_groups text[],                                        -- null: every group of the position
  scope_packages text[],                                      -- null: every package
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  appointed_by uuid not null references procedures.people,
  created_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid references procedures.people,
  revoke_reason text,
  returned_at timestamptz,                                    -- its tasks have gone back
  check (valid_to > valid_from),
  check (deputy_id <> holder_id)
);
create index on procedures.acting_appointments (deputy_id, valid_to) where revoked_at is null;
create index on procedures.acting_appointments (tenant_id, unit_code, valid_from);

-- Every act carries the appointment it was done under; null: in one's own right.
alter table procedures.tasks
  add column acting_for uuid references procedures.acting_appointments,
  add column completed_acting_for uuid references procedures.acting_appointments;
alter table procedures.actions add column acting_for uuid references procedures.acting_appointments;
alter table procedures.business_events add column acting_for uuid references procedures.acting_appointments;
create index on procedures.tasks (acting_for) where acting_for is not null and state = 'OPEN';
