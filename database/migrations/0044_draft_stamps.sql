-- Which page kept a draft last, and which of its savings that was: a slow one does not come after a newer one, and of two
-- pages of one person neither writes over the other unseen. Null: no page did (an act was overtaken), or before this.
alter table procedures.task_drafts add column page_id uuid, add column page_count bigint;
alter table procedures.intake_drafts add column page_id uuid, add column page_count bigint;
alter table procedures.answer_drafts add column page_id uuid, add column page_count bigint;
