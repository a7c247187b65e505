-- Asking another unit: the term that an administrator keeps, the clock of each question, who has taken it and when it was
-- seen, the question that is sent back, and the asking for more time.

-- Append-only: the newest version holds; a tenant without a row has the default of questions/question-term.ts.
create table procedures.question_terms (
  tenant_id text not null references procedures.tenants,
  version integer not null,
  term_unit text not null check (term_unit in ('calendarDays', 'workingDays')),
  term_length integer not null check (term_length between 1 and 90),
  legal_basis text not null default '',
  changed_by uuid references procedures.people,
  changed_at timestamptz not null,
  primary key (tenant_id, version)
);
create trigger question_terms_append_only before update or delete on procedures.question_terms
  for each row execute function procedures.refuse_change();

alter table procedures.unit_questions
  add column clock_id uuid references procedures.clocks,      -- the term; another one after each agreed extension
  add column is_external boolean not null default false,      -- a body outside: whoever asked enters its answer
  add column seen_at timestamptz,
  add column seen_by uuid references procedures.people,
  add column assignee uuid references procedures.people,
  add column answer_entered_at timestamptz,
  add column late_reason text,                                -- why the answer of a body outside is entered later
  add column returned_reason text;
alter table procedures.unit_questions drop constraint unit_questions_state_check;
alter table procedures.unit_questions
  add constraint unit_questions_state_check check (state in ('OPEN', 'ANSWERED', 'RETURNED', 'WITHDRAWN'));
create index questions_to_answer on procedures.unit_questions (tenant_id, to_unit) where state = 'OPEN';
create index questions_asked on procedures.unit_questions (tenant_id, from_unit) where state = 'OPEN';
create index on procedures.unit_questions (clock_id);

create table procedures.question_extensions (
  id uuid primary key,
  question_id uuid not null references procedures.unit_questions,
  asked_by uuid not null references procedures.people,
  asked_at timestamptz not null,
  days integer not null check (days between 1 and 90),
  reason text not null,
  state text not null default 'PENDING' check (state in ('PENDING', 'AGREED', 'REFUSED')),
  decided_by uuid references procedures.people,
  decided_at timestamptz,
  decision_reason text
);
create index on procedures.question_extensions (question_id);
create unique index one_pending_extension on procedures.question_extensions (question_id) where state = 'PENDING';
