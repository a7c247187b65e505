// Owns the variables of a live case where it stands: what the engine holds of it, which is no record and no person.
import type { SampleVariables } from '../../../shared/expressions-contract';
import { recordRead } from '../audit/record-read';
import { findDraft } from '../drafts/draft-rows';
import { loadInstance } from '../operations/load-instance';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';

export async function sampleVariables(
  platform: Platform,
  actor: Actor,
  draftId: string,
  caseId: string,
  element = '',
): Promise<SampleVariables> {
  const { knex, engineId } = platform;
  await findDraft(knex, actor.tenantId, draftId);
  const current = await loadInstance(platform, actor, caseId);
  // The scopes around the element where the case stands, the outermost first; else the case's own.
  const { rows }: { rows: { name: string; value: string; is_here: boolean }[] } = await knex.raw(
    `with recursive here as (
       select e.engine_id, e.element_instance_key, e.process_instance_key, e.flow_scope_key
         from procedures.case_instances i join procedures.element_instances e
           on e.engine_id = i.engine_id and e.process_instance_key = i.process_instance_key
        where i.engine_id = ? and i.case_id = ? and e.element_id = ? and e.ended_at is null
        order by e.element_instance_key limit 1),
     start as (
       select element_instance_key as scope_key, process_instance_key, 0 as depth from here
       union all
       select process_instance_key, process_instance_key, 0 from procedures.case_instances
        where engine_id = ? and case_id = ? and root and not exists (select from here)),
     scopes as (
       select * from start
       union all
       select e.flow_scope_key, s.process_instance_key, s.depth + 1
         from scopes s join procedures.element_instances e on e.engine_id = ? and e.element_instance_key = s.scope_key
        where e.flow_scope_key > 0)
     select v.name, v.value, exists (select from here) as is_here
       from scopes s join procedures.variables v
         on v.engine_id = ? and v.process_instance_key = s.process_instance_key and v.scope_key = s.scope_key
      order by s.depth desc, v.name`,
    [engineId, current.id, element, engineId, current.id, engineId, engineId],
  );
  await recordRead(platform, actor, 'case', current.id, 'variables');
  return {
    caseId: current.id,
    bookNo: current.book_no,
    at: rows[0]?.is_here ? element : null,
    variables: Object.fromEntries(rows.map((row) => [row.name, JSON.parse(row.value) as unknown])),
  };
}
