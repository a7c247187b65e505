// Owns the picture of the engine room: health, lag, instances, incidents and waiting actions of a tenant, without
// content and without engine keys.
import type { IncidentView, InstanceGroup, OperationsView, WaitingAction } from '../../../shared/contracts';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { incidentId } from './incident-id';
import { openIncidents } from './open-incidents';
import { plainIncident } from './plain-incident';

/** More than this is one problem, not many: the page shows the oldest. */
const MAX_INCIDENTS = 200;

export async function readOperations(platform: Platform, actor: Actor): Promise<OperationsView> {
  return {
    engine: await engineView(platform),
    records: { lag: await platform.records.lag() },
    instances: await instances(platform, actor),
    incidents: await incidents(platform, actor),
    actions: await actions(platform, actor),
  };
}

async function engineView(platform: Platform): Promise<OperationsView['engine']> {
  const address = process.env.ZEEBE_ADDRESS ?? '';
  try {
    const topology = await platform.engine.topology();
    return { connected: true, version: topology.version, engineId: platform.engineId, address };
  } catch {
    return { connected: false, version: null, engineId: platform.engineId, address };
  }
}

async function instances(platform: Platform, actor: Actor): Promise<InstanceGroup[]> {
  const rows: { package_id: string; package_version: string; active: string; incidents: string }[] = await platform
    .knex('procedures.cases as c')
    .leftJoin('procedures.case_instances as i', 'i.case_id', 'c.id')
    .leftJoin('procedures.incidents as x', (on) =>
      on
        .on('x.engine_id', 'i.engine_id')
        .andOn('x.process_instance_key', 'i.process_instance_key')
        .andOnNull('x.resolved_at'),
    )
    .where('c.tenant_id', actor.tenantId)
    .where('c.life', 'ACTIVE')
    .groupBy('c.package_id', 'c.package_version')
    .select('c.package_id', 'c.package_version')
    .countDistinct('c.id as active')
    .countDistinct('x.incident_key as incidents');
  return Promise.all(
    rows.map(async (row) => {
      const published = await platform.library.load(actor.tenantId, row.package_id, row.package_version);
      return {
        packageId: row.package_id,
        packageVersion: row.package_version,
        processId: published.read.manifest.process,
        title: published.read.manifest.title,
        active: Number(row.active),
        incidents: Number(row.incidents),
      };
    }),
  );
}

async function incidents(platform: Platform, actor: Actor): Promise<IncidentView[]> {
  const rows = (await openIncidents(platform.knex, actor.tenantId)).slice(0, MAX_INCIDENTS);
  return Promise.all(
    rows.map(async (row) => {
      const published = await platform.library.load(actor.tenantId, row.package_id, row.package_version);
      return {
        key: incidentId(row.engine_id, String(row.incident_key)),
        // That something stands still is theirs to mend; whose case it is, is not theirs to know.
        caseId: row.restricted ? null : row.case_id,
        bookNo: row.restricted ? null : row.book_no,
        elementId: row.element_id,
        elementTitle: published.titles.get(row.element_id) ?? null,
        errorType: row.error_type,
        message: row.error_message,
        plain: plainIncident(row.error_type, row.error_message),
        createdAt: row.created_at.toISOString(),
      };
    }),
  );
}

async function actions(platform: Platform, actor: Actor): Promise<OperationsView['actions']> {
  const open = () => platform.knex('procedures.actions').where({ tenant_id: actor.tenantId });
  const [{ staged }] = await open().whereIn('state', ['STAGED', 'SENT']).count('* as staged');
  const [{ blocked }] = await open().where({ state: 'BLOCKED' }).count('* as blocked');
  const rows = await open().whereIn('state', ['STAGED', 'SENT', 'BLOCKED']).orderBy('entered_at').limit(50);
  const hidden: string[] = await platform
    .knex('procedures.cases')
    .whereIn(
      'id',
      rows.flatMap((row) => row.case_id ?? []),
    )
    .where({ restricted: true })
    .pluck('id');
  const items: WaitingAction[] = rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    caseId: hidden.includes(row.case_id) ? null : row.case_id,
    state: row.state,
    attempts: row.attempts,
    enteredAt: row.entered_at.toISOString(),
    lastAnswer: row.last_answer,
  }));
  return { staged: Number(staged), blocked: Number(blocked), items };
}
