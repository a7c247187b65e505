-- How cases stand to one another. A link is never edited: it is ended with a reason, and what comes instead is another
-- row. A merge is asked for, approved where the package says so, and in force when the engine's record says that the
-- merged case's process has ended.

create table procedures.case_links (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  -- RELATED and SUSPECTED_DUPLICATE say the same of both; MERGED_INTO and SPLIT_FROM are said of case_id.
  case_id uuid not null references procedures.cases,
  other_case_id uuid not null references procedures.cases,
  kind text not null check (kind in ('RELATED', 'SUSPECTED_DUPLICATE', 'MERGED_INTO', 'SPLIT_FROM')),
  state text not null check (state in ('ASKED', 'PENDING', 'IN_FORCE', 'REFUSED', 'ENDED')),
  reason text not null,
  created_by uuid references procedures.people,  -- null: found by the platform itself
  created_at timestamptz not null,
  approved_by uuid references procedures.people,
  approved_at timestamptz,
  action_id uuid,                                 -- the act that makes it so
  before json,                                    -- MERGED_INTO: what the case was before, for the undo
  selection json,                                 -- SPLIT_FROM: what went with the new case: ids only
  ended_by uuid references procedures.people,
  ended_at timestamptz,
  ended_reason text,
  check (case_id <> other_case_id)
);
create index on procedures.case_links (case_id);
create index on procedures.case_links (other_case_id);
-- A case is merged into one other at a time: of two who try at once, one wins.
create unique index one_merge_per_case on procedures.case_links (case_id)
  where kind = 'MERGED_INTO' and state in ('ASKED', 'PENDING', 'IN_FORCE');
-- The same is said once of a pair, whoever says it first.
create unique index one_link_per_pair on procedures.case_links
  (kind, least(case_id, other_case_id), greatest(case_id, other_case_id))
  where kind in ('RELATED', 'SUSPECTED_DUPLICATE') and state = 'IN_FORCE';

alter table procedures.actions drop constraint actions_kind_check;
alter table procedures.actions add constraint actions_kind_check
  check (kind in ('START_CASE', 'COMPLETE_TASK', 'PUBLISH_MESSAGE', 'RECORD_EVENT', 'MERGE_CASE', 'RESTART_CASE'));
-- Few are open at any time, and the scheduler looks for them.
create index open_merges on procedures.actions (case_id) where kind = 'MERGE_CASE' and state in ('STAGED', 'SENT', 'BLOCKED');
