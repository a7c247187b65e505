-- The chain of custody of what a case holds: who had it, where, from when, in which condition, under which seal. Nothing
-- is changed: a mistake is corrected by an entry that names it. Each entry is linked to the one before it by its hash.

create table procedures.custody_entries (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  case_id uuid not null references procedures.cases,
  table_name text not null,                 -- attribute of the record that holds the items
  row_id text not null,                     -- document id of the item
  seq integer not null,
  kind text not null check (kind in ('TAKEN', 'HANDED_OVER', 'CONFIRMED', 'CORRECTED')),
  at timestamptz not null,                  -- when it happened
  entered_at timestamptz not null,
  entered_by uuid not null references procedures.people,
  content json not null,                    -- giver, taker, place, quantity, condition, seal, document, files
  refers_to uuid references procedures.custody_entries,  -- what is confirmed or corrected
  reason text,
  previous_hash text not null,
  entry_hash text not null,
  unique (case_id, table_name, row_id, seq)
);
create index on procedures.custody_entries (case_id);
-- Of two who correct or confirm the same entry at once, one wins.
create unique index on procedures.custody_entries (kind, refers_to) where refers_to is not null;

create function procedures.refuse_custody_change() returns trigger language plpgsql as $body$
begin
  raise exception 'Expected the chain of custody to be append-only, but % was attempted', tg_op;
end $body$;
create trigger custody_entries_append_only before update or delete on procedures.custody_entries
  for each row execute function procedures.refuse_custody_change();
create trigger custody_entries_not_emptied before truncate on procedures.custody_entries
  for each statement execute function procedures.refuse_custody_change();

-- Who read and changed one case is asked of the audit chain by subject, or by the case that an entry names.
create index on procedures.audit_entries (tenant_id, subject_id);
create index on procedures.audit_entries (tenant_id, (detail ->> 'case'));
