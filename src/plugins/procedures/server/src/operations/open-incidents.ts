// Owns the query of a tenant's open incidents, with the case that each one stops.
import type { Knex } from 'knex';

export interface OpenIncident {
  engine_id: string;
  incident_key: string;
  job_key: string | null;
  element_id: string;
  error_type: string;
  error_message: string;
  created_at: Date;
  case_id: string;
  book_no: string | null;
  restricted: boolean;
  package_id: string;
  package_version: string;
}

/** Oldest first. */
export async function openIncidents(knex: Knex, tenantId: string, caseId?: string): Promise<OpenIncident[]> {
  return knex('procedures.incidents as x')
    .join('procedures.case_instances as i', (on) =>
      on.on('x.engine_id', 'i.engine_id').andOn('x.process_instance_key', 'i.process_instance_key'),
    )
    .join('procedures.cases as c', 'c.id', 'i.case_id')
    .where('c.tenant_id', tenantId)
    .where((query) => (caseId ? query.where('c.id', caseId) : query))
    .whereNull('x.resolved_at')
    .orderBy('x.created_at')
    .select('x.*', 'c.id as case_id', 'c.book_no', 'c.restricted', 'c.package_id', 'c.package_version');
}
