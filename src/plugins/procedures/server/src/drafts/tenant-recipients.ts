// Owns who a drawn notice can be told to besides groups: every unit of the tenant as a whole, and whoever leads it.
import type { Knex } from 'knex';
import type { Choice } from '../../../shared/packages-contract';

export async function tenantRecipients(knex: Knex, tenantId: string): Promise<Choice[]> {
  const units: { code: string; name: string }[] = await knex('procedures.units')
    .where({ tenant_id: tenantId, external: false })
    .orderBy('name')
    .select('code', 'name');
  return [
    ...units.map(({ code, name }) => ({ value: `unit:${code}`, label: `Cả đơn vị: ${name}` })),
    ...units.map(({ code, name }) => ({ value: `head:${code}`, label: `Người đứng đầu: ${name}` })),
  ];
}
