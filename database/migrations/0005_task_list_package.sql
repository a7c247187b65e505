-- A person may act for another within one package only (0007_people.sql), so the list must know a task's package too.
alter table procedures.tasks add column package_id text;

create or replace function procedures.list_new_task() returns trigger language plpgsql as $body$
declare
  of_case procedures.cases;
begin
  select * into of_case from procedures.cases where id = new.case_id;
  new.package_id := of_case.package_id;
  new.handling_unit := of_case.handling_unit;
  new.case_state := of_case.state;
  new.received_at := of_case.received_at;
  new.restricted := of_case.restricted;
  new.participating_units := of_case.participating_units;
  new.facets := of_case.facets;
  new.search_text := procedures.task_search_text(new.title, of_case);
  new.amber_at := (select amber_at from procedures.clocks where id = new.due_clock);
  return new;
end $body$;

update procedures.tasks t set package_id = c.package_id
from procedures.cases c
where c.id = t.case_id and t.state in ('OPEN', 'COMPLETING');
