-- Notifications: who was told what and why, by which channel, and what became of it. The notice is the fact; a recipient
-- row is one person's copy of it; mails and webhook deliveries are outboxes that the scheduler empties after the commit.

alter table procedures.notices
  add column topic text not null default 'REMINDER',      -- the kind a person chooses channels by
  add column urgent boolean not null default false,       -- goes through in quiet hours
  add column link text;                                   -- a page of the plugin, from its root
create index on procedures.notices (tenant_id, created_at);

create table procedures.notice_recipients (
  person_id uuid not null references procedures.people,
  notice_id uuid not null references procedures.notices,
  tenant_id text not null references procedures.tenants,
  because json,                                           -- {"vi","en"}: the position by which; null: by name
  created_at timestamptz not null,
  read_at timestamptz,
  mail_choice text check (mail_choice in ('NOW', 'DIGEST', 'NEVER', 'OFF')), -- null: not looked at yet; OFF: no mail server was set
  primary key (person_id, notice_id)
);
create index on procedures.notice_recipients (notice_id);
create index on procedures.notice_recipients (person_id, created_at desc);
create index on procedures.notice_recipients (person_id) where read_at is null;
create index on procedures.notice_recipients (created_at) where mail_choice is null;

-- What a tenant's administrator has decided; a tenant without a row has the defaults of notices/tenant-settings.ts.
create table procedures.notification_settings (
  tenant_id text primary key references procedures.tenants,
  settings json not null,
  version integer not null,
  changed_at timestamptz not null,
  changed_by uuid references procedures.people
);
-- What a person has chosen; what is missing in it is the tenant's.
create table procedures.notification_preferences (
  person_id uuid primary key references procedures.people,
  tenant_id text not null references procedures.tenants,
  preferences json not null,
  changed_at timestamptz not null
);
-- Which step of the escalation table has been taken for which clock.
create table procedures.escalations_done (
  clock_id uuid not null references procedures.clocks,
  step text not null,
  done_at timestamptz not null,
  primary key (clock_id, step)
);

create table procedures.mails (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  person_id uuid not null references procedures.people,
  channel text not null default 'MAIL' check (channel = 'MAIL'),
  notice_id uuid references procedures.notices,
  digest_at timestamptz,                                  -- the moment of the day that this digest is for
  state text not null check (state in ('QUEUED', 'SENT', 'FAILED', 'DROPPED')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  last_answer text,
  queued_at timestamptz not null,
  settled_at timestamptz,
  unique (notice_id, person_id, channel),
  unique (person_id, digest_at),
  check ((notice_id is null) <> (digest_at is null))
);
create index on procedures.mails (next_attempt_at) where state = 'QUEUED';
create index on procedures.mails (tenant_id, queued_at desc);

create table procedures.webhooks (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  name text not null,
  url text not null,
  secret text not null,                                   -- encrypted with the server's key; shown once, when it is made
  kinds text[] not null default '{}',
  active boolean not null default true,
  failures integer not null default 0,                    -- in a row
  disabled_reason text,
  created_at timestamptz not null,
  created_by uuid references procedures.people,
  removed_at timestamptz
);
create index on procedures.webhooks (tenant_id) where removed_at is null;
create table procedures.webhook_deliveries (
  id uuid primary key,
  webhook_id uuid not null references procedures.webhooks,
  tenant_id text not null references procedures.tenants,
  notice_id uuid references procedures.notices,           -- null: a trial by the administrator
  state text not null check (state in ('QUEUED', 'SENT', 'FAILED', 'DROPPED')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  response_code integer,
  last_answer text,
  queued_at timestamptz not null,
  settled_at timestamptz,
  unique (webhook_id, notice_id)
);
create index on procedures.webhook_deliveries (next_attempt_at) where state = 'QUEUED';
create index on procedures.webhook_deliveries (webhook_id, queued_at desc);
-- Notices are handed to webhooks in the order of their writing; whoever has been looked at is not looked at again.
alter table procedures.notices add column webhooks_planned boolean not null default false;
update procedures.notices set webhooks_planned = true;
create index on procedures.notices (created_at) where not webhooks_planned;
