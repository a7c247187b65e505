// Owns the reading of what is alive of cases from the projection: of all in a few queries, not of each.
import type { Knex } from 'knex';
import { JOB_TYPES } from '../../../shared/service-tasks-contract';
import { rowsBy } from '../storage/rows-by';
import type { Arrival, LiveCase } from './live-case';
import type { Version } from './skipped-steps';

export interface LiveQuestion {
  engineId: string;
  /** The root instance of each case. */
  roots: { caseId: string; instanceKey: string }[];
  version: Version;
  /** Of an instance that was cancelled: what was alive then, told by the position at which its end began. */
  endedFrom?: string;
}

/** Also names the waits of messages that are still being opened: their case has not come to rest. */
export interface ReadLiveCase extends LiveCase {
  openingWaits: number;
  incidents: { key: string; elementId: string }[];
  instanceKeys: string[];
}

const USER_TASK = 'io.camunda.zeebe:userTask';
const ALIVE = (alias: string) =>
  `(case when ?::bigint is null then ${alias}.ended_at is null else ${alias}.updated_position >= ?::bigint end)`;

const STANDS_STILL = `exists (select from procedures.incidents i where i.engine_id = e.engine_id
  and i.element_instance_key = e.element_instance_key and ${ALIVE('i').replace('i.ended_at', 'i.resolved_at')})`;

const TREE = `
  with recursive tree as (
    select r.case_id::uuid as case_id, r.root, r.root as instance_key, null::bigint as called_by
      from unnest(?::text[], ?::bigint[]) as r(case_id, root)
    union all
    select t.case_id, t.root, p.process_instance_key, p.parent_element_instance_key
      from tree t join procedures.process_instances p on p.engine_id = ? and p.parent_process_instance_key = t.instance_key
     where ${ALIVE('p')}
  )`;

export async function readLiveCases(knex: Knex, question: LiveQuestion): Promise<Map<string, ReadLiveCase>> {
  const { engineId, roots, version, endedFrom = null } = question;
  if (roots.length === 0) return new Map();
  const since = [endedFrom, endedFrom];
  const tree = [roots.map((root) => root.caseId), roots.map((root) => root.instanceKey), engineId, ...since];
  const ask = async <T>(select: string, bindings: Knex.RawBinding[] = []): Promise<T[]> =>
    ((await knex.raw(`${TREE} ${select}`, [...tree, ...bindings] as Knex.RawBinding[])) as { rows: T[] }).rows;

  const instances = await ask<{ case_id: string; instance_key: string }>(
    'select case_id, instance_key::text from tree',
  );
  const positions = await ask<PositionRow>(
    `select t.case_id, e.element_instance_key::text as key, e.element_id, e.element_type as type, e.flow_scope_key::text as scope_key,
            t.called_by::text,
            ${STANDS_STILL} as has_incident,
            exists (select from procedures.jobs j where j.engine_id = e.engine_id and j.process_instance_key = e.process_instance_key
              and j.element_instance_key = e.element_instance_key and j.job_type <> '${USER_TASK}' and ${ALIVE('j')}
              and not (j.job_type = any(?) and ${STANDS_STILL})) as has_program_job,
            exists (select from procedures.variables v where v.engine_id = e.engine_id
              and v.process_instance_key = e.process_instance_key and v.scope_key = e.element_instance_key) as has_locals
       from tree t join procedures.element_instances e on e.engine_id = ? and e.process_instance_key = t.instance_key
      where e.element_type <> 'SEQUENCE_FLOW' and e.state not in ('COMPLETED', 'TAKEN') and ${ALIVE('e')}`,
    [...since, ...since, JOB_TYPES, ...since, engineId, ...since],
  );
  const joins = version.places.joins;
  const flows = joins.flatMap((join) => [...join.pads.values()].map((pad) => `${pad}_flow`));
  const passed =
    joins.length === 0
      ? []
      : await ask<{ case_id: string; scope_key: string; element_id: string; times: string }>(
          `select t.case_id, e.flow_scope_key::text as scope_key, e.element_id, count(*) as times
             from tree t join procedures.element_instances e on e.engine_id = ? and e.process_instance_key = t.instance_key
            where e.element_id = any(?) group by 1, 2, 3`,
          [engineId, [...flows, ...joins.map((join) => join.id)]],
        );
  const timers = await ask<{ case_id: string; element_id: string; due_at: Date | null }>(
    `select t.case_id, w.element_id, w.due_at from tree t
       join procedures.timers w on w.engine_id = ? and w.process_instance_key = t.instance_key and ${ALIVE('w')}`,
    [engineId, ...since],
  );
  const waits = await ask<{ case_id: string; opening: string }>(
    `select t.case_id, count(*) as opening from tree t
       join procedures.message_subscriptions s on s.engine_id = ? and s.process_instance_key = t.instance_key
      where s.state = 'CREATING' group by 1`,
    [engineId],
  );
  const incidents = await ask<{ case_id: string; incident_key: string; element_id: string }>(
    `select t.case_id, i.incident_key::text, i.element_id from tree t
       join procedures.incidents i on i.engine_id = ? and i.process_instance_key = t.instance_key
      where i.resolved_at is null`,
    [engineId],
  );
  const caseIds = roots.map((root) => root.caseId);
  const tasks: { id: string; case_id: string; element_instance_key: string; element_id: string }[] = await knex(
    'procedures.tasks',
  )
    .whereIn('case_id', caseIds)
    .whereIn('state', ['OPEN', 'COMPLETING'])
    .orderBy('opened_at')
    .select('id', 'case_id', 'element_instance_key', 'element_id');
  const acts: { case_id: string; count: string }[] = await knex('procedures.actions')
    .whereIn('case_id', caseIds)
    .whereIn('state', ['STAGED', 'SENT', 'BLOCKED'])
    .groupBy('case_id')
    .select('case_id')
    .count('* as count');
  const lives: { id: string; life: string }[] = await knex('procedures.cases')
    .whereIn('id', caseIds)
    .select('id', 'life');
  const completed = await completedOf(knex, caseIds, version);

  const instancesOf = ofCases(instances);
  const positionsOf = ofCases(positions);
  const passedOf = ofCases(passed);
  const timersOf = ofCases(timers);
  const tasksOf = ofCases(tasks);
  const incidentsOf = ofCases(incidents);
  const waitsOf = ofCases(waits);
  const actsOf = ofCases(acts);
  const lifeOf = new Map(lives.map((row) => [row.id, row.life]));
  return new Map(
    roots.map(({ caseId }) => {
      const own = positionsOf(caseId);
      const instanceKeys = instancesOf(caseId).map((row) => row.instance_key);
      const scopes = new Set([...own.map((row) => row.key), ...instanceKeys]);
      const live: ReadLiveCase = {
        positions: own.map((row) => ({
          key: row.key,
          elementId: row.element_id,
          type: row.type,
          scopeKey: row.scope_key,
          calledBy: row.called_by,
          hasIncident: row.has_incident,
          hasProgramJob: row.has_program_job,
        })),
        arrivals: arrivalsOf(version, passedOf(caseId), scopes),
        timers: timersOf(caseId).map((row) => ({ elementId: row.element_id, dueAt: row.due_at })),
        tasks: tasksOf(caseId).map((row) => ({
          id: row.id,
          elementInstanceKey: String(row.element_instance_key),
          elementId: row.element_id,
        })),
        withLocals: new Set(own.filter((row) => row.has_locals).map((row) => row.key)),
        completed: completed.get(caseId) ?? new Set(),
        openActs: Number(actsOf(caseId)[0]?.count ?? 0),
        isActive: lifeOf.get(caseId) === 'ACTIVE',
        openingWaits: Number(waitsOf(caseId)[0]?.opening ?? 0),
        incidents: incidentsOf(caseId).map((row) => ({ key: row.incident_key, elementId: row.element_id })),
        instanceKeys,
      };
      return [caseId, live];
    }),
  );
}

/** Sorts rows into their cases, once for all of them. */
function ofCases<Row extends { case_id: string }>(rows: Row[]): (caseId: string) => Row[] {
  const groups = rowsBy(rows, (row) => row.case_id);
  return (caseId) => groups.get(caseId) ?? [];
}

interface PositionRow {
  case_id: string;
  key: string;
  element_id: string;
  type: string;
  scope_key: string;
  called_by: string | null;
  has_incident: boolean;
  has_program_job: boolean;
  has_locals: boolean;
}

/** A join begins only when all have come: until then the engine counts the flows that were taken into it. */
function arrivalsOf(
  version: Version,
  passed: { scope_key: string; element_id: string; times: string }[],
  scopes: ReadonlySet<string>,
): Arrival[] {
  const times = (scope: string, element: string) =>
    Number(passed.find((row) => row.scope_key === scope && row.element_id === element)?.times ?? 0);
  return [...new Set(passed.map((row) => row.scope_key))]
    .filter((scope) => scopes.has(scope))
    .flatMap((scopeKey) =>
      version.places.joins.flatMap((join) =>
        [...join.pads.values()].map((pad) => ({
          pad,
          scopeKey,
          count: times(scopeKey, `${pad}_flow`) - times(scopeKey, join.id),
        })),
      ),
    )
    .filter((arrival) => arrival.count > 0);
}

/** Of the elements for which it matters: what may still be undone, and what the law asks for. In any run of the case. */
async function completedOf(knex: Knex, caseIds: string[], version: Version): Promise<Map<string, Set<string>>> {
  const watched = [
    ...version.places.compensated,
    ...version.read.manifest.guardrails.flatMap((rail) => (rail.kind === 'element' ? [rail.element] : [])),
  ];
  const found = new Map<string, Set<string>>();
  if (watched.length === 0) return found;
  const rows: { case_id: string; element_id: string }[] = await knex('procedures.case_instances as i')
    .join('procedures.element_instances as e', (on) =>
      on.on('e.engine_id', 'i.engine_id').andOn('e.process_instance_key', 'i.process_instance_key'),
    )
    .whereIn('i.case_id', caseIds)
    .whereIn('e.element_id', watched)
    .where('e.state', 'COMPLETED')
    .distinct('i.case_id', 'e.element_id');
  for (const row of rows) found.set(row.case_id, (found.get(row.case_id) ?? new Set()).add(row.element_id));
  return found;
}
