-- What people add beside the forms: files, notes, questions to other units, and what became of a task. Files are kept
-- here in pieces, so that one transaction and one backup cover a case with everything in it.

create table procedures.unit_questions (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  case_id uuid not null references procedures.cases,
  task_id uuid references procedures.tasks,
  from_unit text not null,
  to_unit text not null,
  asked_by uuid not null references procedures.people,
  asked_at timestamptz not null,
  question text not null,
  term_unit text not null check (term_unit in ('calendarDays', 'workingDays')),
  term_length integer not null check (term_length between 1 and 90),
  due_at timestamptz not null,
  overdue_at timestamptz,                   -- set once, when it was found to be overdue
  state text not null default 'OPEN' check (state in ('OPEN', 'ANSWERED', 'WITHDRAWN')),
  answer text,
  answered_by uuid references procedures.people,
  answered_at timestamptz,
  withdrawn_reason text,
  closed_at timestamptz
);
create index on procedures.unit_questions (case_id);
create index on procedures.unit_questions (tenant_id, to_unit, state);
create index on procedures.unit_questions (due_at) where state = 'OPEN' and overdue_at is null;

create table procedures.attachments (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  case_id uuid references procedures.cases, -- null: belongs to an entry that is not recorded yet
  client_id uuid,                           -- the entry (clientId) it was added to
  task_id uuid references procedures.tasks,
  visibility text not null check (visibility in ('INTERNAL', 'PROTECTED')),
  file_name text not null,
  kind text not null,
  media_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  uploaded_by uuid references procedures.people,  -- null: whoever is not signed in
  uploaded_at timestamptz not null,
  bound_at timestamptz,                     -- since then part of a case
  withdrawn_at timestamptz,
  withdrawn_by uuid references procedures.people,
  withdrawn_reason text,
  check (case_id is not null or client_id is not null),
  check ((case_id is null) = (bound_at is null))
);
create index on procedures.attachments (case_id);
create index on procedures.attachments (client_id) where case_id is null;
create index on procedures.attachments (uploaded_at) where case_id is null;

create table procedures.attachment_chunks (
  attachment_id uuid not null references procedures.attachments on delete cascade,
  seq integer not null,
  content bytea not null,
  primary key (attachment_id, seq)
);

-- Custody: what belongs to a case is neither removed nor changed; only withdrawn, bound or hidden.
create function procedures.keep_attachment() returns trigger language plpgsql as $body$
begin
  if tg_op = 'DELETE' then
    if old.bound_at is not null then
      raise exception 'Expected an attachment of a case to be kept, but a delete was attempted';
    end if;
    return old;
  end if;
  if (old.id, old.tenant_id, old.file_name, old.media_type, old.size_bytes, old.sha256, old.uploaded_at)
     is distinct from (new.id, new.tenant_id, new.file_name, new.media_type, new.size_bytes, new.sha256, new.uploaded_at)
     or (old.case_id is not null and old.case_id is distinct from new.case_id)
     or (old.withdrawn_at is not null and old.withdrawn_at is distinct from new.withdrawn_at) then
    raise exception 'Expected the file of an attachment to stay as it is, but a change was attempted';
  end if;
  return new;
end $body$;
create trigger attachments_kept before update or delete on procedures.attachments
  for each row execute function procedures.keep_attachment();
create trigger attachment_chunks_kept before update on procedures.attachment_chunks
  for each row execute function procedures.refuse_change();

-- What the asker showed to the other unit, and what the other unit sent back.
create table procedures.question_attachments (
  question_id uuid not null references procedures.unit_questions,
  attachment_id uuid not null references procedures.attachments,
  part text not null check (part in ('QUESTION', 'ANSWER')),
  primary key (question_id, attachment_id)
);
create index on procedures.question_attachments (attachment_id);

-- A note is never edited: a later one supersedes it, or it is withdrawn with a reason.
create table procedures.notes (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  case_id uuid not null references procedures.cases,
  task_id uuid references procedures.tasks,
  visibility text not null check (visibility in ('INTERNAL', 'VISIBLE_TO_REPORTER')),
  text text not null check (length(text) between 1 and 10000),
  author uuid not null references procedures.people,
  written_at timestamptz not null,
  supersedes uuid unique references procedures.notes,
  withdrawn_at timestamptz,
  withdrawn_by uuid references procedures.people,
  withdrawn_reason text
);
create index on procedures.notes (case_id, written_at);

create table procedures.note_mentions (
  note_id uuid not null references procedures.notes,
  person_id uuid not null references procedures.people,
  primary key (note_id, person_id)
);
create index on procedures.note_mentions (person_id);

-- Who had a task, when, and why it changed hands; the audit chain holds no reasons.
create table procedures.task_history (
  id uuid primary key,
  task_id uuid not null references procedures.tasks,
  tenant_id text not null,
  kind text not null check (kind in ('CLAIMED', 'RELEASED', 'DELEGATED')),
  person_id uuid references procedures.people,
  to_person uuid references procedures.people,
  reason text,
  at timestamptz not null
);
create index on procedures.task_history (task_id, at);
