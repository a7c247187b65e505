// Owns one instance as an operator sees it: tokens on the drawing, what stands still and why, and the variables that the
// manifest lists. Nothing of the record is in it.
import type { Knex } from 'knex';
import type { IncidentView } from '../../../shared/contracts';
import type { InstanceDetail, InstanceVariable } from '../../../shared/operations-contract';
import { loadVersion } from '../moving/move-context';
import { readLiveCases } from '../moving/read-live-cases';
import { runningRoot } from '../moving/running-root';
import type { Manifest } from '../packages/types';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { modelUrl } from '../views/model-url';
import { openCancelRequest } from './cancel-requests';
import { incidentId } from './incident-id';
import { instanceRows } from './instance-rows';
import { loadInstance } from './load-instance';
import { openIncidents } from './open-incidents';
import { plainIncident } from './plain-incident';
import { tokenId } from './token-id';
import { tokenTargets } from './token-targets';

const CONTAINERS = new Set(['SUB_PROCESS', 'EVENT_SUB_PROCESS', 'MULTI_INSTANCE_BODY', 'CALL_ACTIVITY']);
const EDITABLE = new Set(['string', 'number', 'boolean']);

export async function readInstance(platform: Platform, actor: Actor, caseId: string): Promise<InstanceDetail> {
  const { knex, engineId } = platform;
  const current = await loadInstance(platform, actor, caseId);
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  const version = await loadVersion(platform, current.tenant_id, current.package_id, current.package_version);
  const [row] = await instanceRows(platform, [current]);
  const root = await runningRoot(knex, engineId, current.id);
  const roots = root ? [{ caseId: current.id, instanceKey: root }] : [];
  const live = (await readLiveCases(knex, { engineId, roots, version })).get(current.id);
  const began = await begunAt(knex, engineId, live?.positions.map((one) => one.key) ?? []);
  const held = await heldElements(knex, current.id);
  const title = (id: string) => version.places.byId.get(id)?.title ?? published.titles.get(id) ?? id;
  return {
    ...(row as typeof row & object),
    title: published.read.manifest.title,
    modelUrl: modelUrl(published),
    position: { active: live?.positions.map((one) => one.elementId) ?? [], done: await passed(knex, current.id) },
    tokens: (live?.positions ?? [])
      .filter((one) => !CONTAINERS.has(one.type) && one.calledBy === null)
      .map((one) => ({
        id: tokenId(engineId, one.key),
        elementId: one.elementId,
        title: title(one.elementId),
        type: one.type,
        since: (began.get(one.key) ?? current.received_at).toISOString(),
        hasIncident: one.hasIncident,
        isHeld: held.has(one.key),
      })),
    incidentList: await incidentsOf(knex, actor, current, title),
    variables: root ? await variablesOf(knex, engineId, root, published.read.manifest) : [],
    targets: tokenTargets(version).map((place) => ({ id: place.id, title: place.title })),
    cancelRequest: await openCancelRequest(knex, actor, current),
  };
}

async function begunAt(knex: Knex, engineId: string, keys: string[]): Promise<Map<string, Date>> {
  const rows: { key: string; started_at: Date | null }[] = await knex('procedures.element_instances')
    .where({ engine_id: engineId })
    .whereIn('element_instance_key', keys)
    .select(knex.raw('element_instance_key::text as key'), 'started_at');
  return new Map(rows.flatMap((row) => (row.started_at ? [[row.key, row.started_at] as const] : [])));
}

async function heldElements(knex: Knex, caseId: string): Promise<Set<string>> {
  const rows: { key: string }[] = await knex('procedures.tasks')
    .where({ case_id: caseId, state: 'OPEN' })
    .whereNotNull('assignee')
    .select(knex.raw('element_instance_key::text as key'));
  return new Set(rows.map((row) => row.key));
}

async function passed(knex: Knex, caseId: string): Promise<string[]> {
  return knex('procedures.element_instances as e')
    .join('procedures.case_instances as i', (on) =>
      on.on('i.engine_id', 'e.engine_id').andOn('i.process_instance_key', 'e.process_instance_key'),
    )
    .where({ 'i.case_id': caseId, 'e.state': 'COMPLETED' })
    .distinct()
    .pluck('e.element_id');
}

async function incidentsOf(
  knex: Knex,
  actor: Actor,
  current: CaseRecord,
  title: (id: string) => string,
): Promise<IncidentView[]> {
  const rows = await openIncidents(knex, actor.tenantId, current.id);
  return rows.map((row) => ({
    key: incidentId(row.engine_id, String(row.incident_key)),
    caseId: current.id,
    bookNo: current.book_no,
    elementId: row.element_id,
    elementTitle: title(row.element_id),
    errorType: row.error_type,
    message: row.error_message,
    plain: plainIncident(row.error_type, row.error_message),
    createdAt: row.created_at.toISOString(),
  }));
}

async function variablesOf(
  knex: Knex,
  engineId: string,
  root: string,
  manifest: Manifest,
): Promise<InstanceVariable[]> {
  const rows: { name: string; value: string }[] = await knex('procedures.variables')
    .where({ engine_id: engineId, process_instance_key: root, scope_key: root })
    .orderBy('updated_position')
    .select('name', 'value');
  const values = new Map(rows.map((row) => [row.name, JSON.parse(row.value) as unknown]));
  return manifest.variables.map((variable) => ({
    name: variable.name,
    title: variable.title ?? { vi: variable.name, en: variable.name },
    type: variable.type,
    value: values.get(variable.name) ?? null,
    editable: EDITABLE.has(variable.type),
  }));
}
