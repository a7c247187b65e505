-- A group is called the same in every tenant, so an index over groups alone gathers the open tasks of all tenants to throw
-- nearly all of them away: 25,000 rows for a page of 110. The index over a tenant's open tasks serves alone.
drop index procedures.tasks_candidate_groups_idx;
