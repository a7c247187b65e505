// Owns the retry of an incident by an operator: new retries for a job, then the incident is resolved at the engine.
import { writeAudit } from '../audit/write-audit';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { incidentId } from './incident-id';
import { openIncidents } from './open-incidents';

export async function retryIncident(platform: Platform, actor: Actor, id: string): Promise<void> {
  const rows = await openIncidents(platform.knex, actor.tenantId);
  const incident = rows.find((row) => incidentId(row.engine_id, String(row.incident_key)) === id);
  if (!incident) {
    throw new ProblemError({
      code: 'INCIDENT_UNKNOWN',
      status: 404,
      vi: 'Sự cố này không còn. Hãy tải lại trang.',
      en: 'Expected an open incident, but there is none of that id. Reload.',
    });
  }
  if (incident.job_key && Number(incident.job_key) > 0)
    await platform.engine.updateJobRetries(String(incident.job_key), 1);
  const answer = await platform.engine.resolveIncident(String(incident.incident_key));
  if (answer.status !== 'accepted') {
    throw new ProblemError({
      code: 'INCIDENT_NOT_RESOLVED',
      status: 502,
      vi: `Bộ máy quy trình chưa xử lý được sự cố: ${answer.message}`,
      en: `Expected the engine to resolve the incident, but: ${answer.message}`,
    });
  }
  await platform.knex.transaction((trx) =>
    writeAudit(trx, {
      tenantId: actor.tenantId,
      at: platform.clock.now(),
      actor,
      action: 'incident.retry',
      subjectType: 'case',
      subjectId: incident.case_id,
      detail: { element: incident.element_id },
    }),
  );
}
