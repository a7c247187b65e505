-- Intake: what is being typed and not yet sent, what an entry resembles, and every number of a book with what became of it.
create extension if not exists pg_trgm;

-- Of its author alone. The entry has the id that the case will have; once there is such a case, the draft is over.
create table procedures.intake_drafts (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  person_id uuid not null references procedures.people,
  package_id text not null,
  package_version text not null,            -- whose form it is typed into
  event text not null,
  content json not null,
  started_at timestamptz not null,
  saved_at timestamptz not null
);
create index on procedures.intake_drafts (person_id, saved_at desc);
create index on procedures.intake_drafts (saved_at);

-- What a new entry is compared with. Nothing of the people of a record, and nothing at all of a record that protects any:
-- its row has neither place nor words, so nothing can be found by them.
create table procedures.similar_texts (
  case_id uuid primary key references procedures.cases,
  tenant_id text not null,
  package_id text not null,
  place text not null,                      -- as procedures.search_words makes it
  words tsvector not null,                  -- pairs of neighbouring words, and what holds a digit
  at timestamptz not null                   -- when it happened; when it was received, if that is not known
);
create index on procedures.similar_texts using gin (place gin_trgm_ops);
create index on procedures.similar_texts using gin (words);
create index on procedures.similar_texts (tenant_id, package_id, at);

-- Numbers that are kept for work on paper, a block at a time.
create table procedures.number_blocks (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  package_id text not null,
  series text not null,
  year integer not null,
  first_number integer not null check (first_number > 0),
  last_number integer not null,
  reason text not null,
  reserved_by uuid not null references procedures.people,
  reserved_at timestamptz not null,
  check (last_number >= first_number)
);
create index on procedures.number_blocks (tenant_id, series, year);

-- One row for each number that was ever taken: a number without a row does not exist, so no gap goes unexplained.
create table procedures.book_numbers (
  tenant_id text not null references procedures.tenants,
  series text not null,
  year integer not null,
  number integer not null,
  state text not null check (state in ('RESERVED', 'USED', 'VOIDED')),
  case_id uuid unique references procedures.cases,  -- of a reserved one: the late entry that is being recorded
  block_id uuid references procedures.number_blocks,
  void_reason text,
  voided_by uuid references procedures.people,
  voided_at timestamptz,
  primary key (tenant_id, series, year, number),
  check (state <> 'USED' or case_id is not null),
  check (state <> 'RESERVED' or block_id is not null),
  check ((state = 'VOIDED') = (void_reason is not null)),
  check (state <> 'VOIDED' or case_id is null)
);
create index on procedures.book_numbers (block_id) where block_id is not null;

create function procedures.keep_book_number() returns trigger language plpgsql as $body$
begin
  if tg_op = 'DELETE' then
    raise exception 'Expected a number of a book to stay, but a delete was attempted';
  end if;
  if old.state <> 'RESERVED' then
    raise exception 'Expected a number that is used or void to stay as it is, but a change was attempted';
  end if;
  return new;
end $body$;
create trigger book_numbers_kept before update or delete on procedures.book_numbers
  for each row execute function procedures.keep_book_number();

-- Numbers given before there was this table. The format of a package's book says where the number stands.
insert into procedures.book_numbers (tenant_id, series, year, number, state, case_id)
select c.tenant_id, p.manifest -> 'record' -> 'numberSeries' ->> 'id',
       coalesce(substring(c.book_no from '\d+/(\d{4})$')::integer, extract(year from c.received_at at time zone t.time_zone)::integer),
       substring(c.book_no from '^\d+')::integer, 'USED', c.id
  from procedures.cases c
  join procedures.tenants t on t.id = c.tenant_id
  join procedures.packages p using (tenant_id, package_id)
 where p.version = c.package_version and c.book_no ~ '^\d+'
   and p.manifest -> 'record' -> 'numberSeries' ->> 'format' like '{n}%'
on conflict do nothing;
