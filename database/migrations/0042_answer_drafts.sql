-- What somebody types as the answer to another unit's question and has not sent: for its author alone.
create table procedures.answer_drafts (
  question_id uuid not null references procedures.unit_questions,
  person_id uuid not null references procedures.people,
  client_id uuid not null,                  -- under which the answer's files are uploaded
  text text not null,
  saved_at timestamptz not null,
  primary key (question_id, person_id)
);
create index on procedures.answer_drafts (client_id);
create index on procedures.answer_drafts (saved_at);
