// Owns who calls a connection: versions in force, and older ones that still have running cases.
import type { ConnectionUse } from '../../../shared/service-tasks-contract';
import { aliveCases } from '../cases/case-conditions';
import { callingSteps } from '../packages/calling-steps';
import type { Platform } from '../runtime/platform';

export async function connectionUses(platform: Platform, tenantId: string): Promise<Map<string, ConnectionUse[]>> {
  const versions: { package_id: string; version: string; active: boolean }[] = await platform
    .knex('procedures.packages as p')
    .where('p.tenant_id', tenantId)
    .where((alive) =>
      alive
        .where('p.active', true)
        .orWhereExists((running) =>
          running
            .from('procedures.cases as cases')
            .whereRaw(
              'cases.tenant_id = p.tenant_id and cases.package_id = p.package_id and cases.package_version = p.version',
            )
            .whereRaw(aliveCases)
            .select(platform.knex.raw('1')),
        ),
    )
    .orderBy(['p.package_id', 'p.version'])
    .select('p.package_id', 'p.version', 'p.active');
  const uses = new Map<string, ConnectionUse[]>();
  for (const { package_id: packageId, version, active } of versions) {
    const { read } = await platform.library.load(tenantId, packageId, version);
    for (const step of callingSteps(read)) {
      const known = uses.get(step.task.connection) ?? [];
      uses.set(step.task.connection, known);
      const use = known.find((one) => one.packageId === packageId && one.version === version);
      if (use) use.steps.push(step.name);
      else known.push({ packageId, title: read.manifest.title, version, inForce: active, steps: [step.name] });
    }
  }
  return uses;
}
