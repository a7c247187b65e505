-- A notice that asks somebody to act names what it is about, so that it can be taken back when nothing is left to do:
-- it stays readable, with the reason, but counts as unread no more.
alter table procedures.notices
  add column subject text,                                -- e.g. merge:<link>
  add column withdrawn_at timestamptz,
  add column withdrawn_why json,                          -- {"vi","en"}
  add constraint withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_why is null));
create index on procedures.notices (tenant_id, subject) where subject is not null and withdrawn_at is null;
-- What waits for somebody's approval is looked for on the task list and the boards.
create index on procedures.case_links (tenant_id) where state = 'ASKED';
