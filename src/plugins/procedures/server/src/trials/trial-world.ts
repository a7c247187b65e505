// Owns what a trial takes from the tenant whose draft it tries: its units, its calendar and its parameters. No people, no
// case, no number.
import type { Knex } from 'knex';
import type { TrialWorld } from '../../../shared/trials-contract';
import { loadCalendar } from '../case-clocks/load-calendar';
import { connectionsOf } from '../connections/connection-rows';

export async function trialWorld(knex: Knex, tenantId: string, packageId: string, now: Date): Promise<TrialWorld> {
  const [calendar, units, parameters, connections] = await Promise.all([
    loadCalendar(knex, tenantId),
    knex('procedures.units').where({ tenant_id: tenantId }).orderBy('code'),
    knex('procedures.parameters')
      .where({ tenant_id: tenantId, package_id: packageId })
      .where('valid_from', '<=', now)
      .orderBy('valid_from'),
    connectionsOf(knex, tenantId),
  ]);
  const days = (kind: 'HOLIDAY' | 'WORKING', set: ReadonlySet<string>) =>
    [...set].map((day) => ({ day, kind, name: kind }));
  return {
    timeZone: calendar.timeZone,
    units: units.map((unit: { code: string; name: string; parent_code: string | null; external: boolean }) => ({
      code: unit.code,
      name: unit.name,
      parent: unit.parent_code,
      external: unit.external,
    })),
    weekend: [...calendar.weekend],
    days: [...days('HOLIDAY', calendar.holidays), ...days('WORKING', calendar.workingDays)],
    connections: connections.map(({ id, name, methods, sends, sensitive }) => ({
      id,
      name,
      methods,
      sends,
      sensitive,
    })),
    parameters: Object.fromEntries(
      parameters.map((row: { name: string; value: unknown }): [string, unknown] => [row.name, row.value]),
    ),
  };
}
