// Owns that the engine has what is in force: after its data was lost or replaced, every tenant's own version is deployed
// again, not the one that the application happens to come with.
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { publishPackage } from './publish-package';

/** Returns `tenant package version` of each that was deployed. */
export async function deployInForce(platform: Platform): Promise<string[]> {
  const active: { tenant_id: string; package_id: string; version: string }[] = await platform
    .knex('procedures.packages')
    .where({ active: true })
    .orderBy('tenant_id')
    .orderBy('package_id')
    .select('tenant_id', 'package_id', 'version');
  const deployed: string[] = [];
  for (const one of active) {
    try {
      const { read } = await platform.library.load(one.tenant_id, one.package_id, one.version);
      if ((await publishPackage(platform, one.tenant_id, read)) === 'published')
        deployed.push(`${one.tenant_id} ${one.package_id} ${one.version}`);
    } catch (error) {
      // One that today's check refuses must not keep the others, and all work, from starting.
      if (!(error instanceof ProblemError) || error.code === 'ENGINE_UNREACHABLE') throw error;
      platform.log.error(`${error.vi} / ${error.en}`);
    }
  }
  return deployed;
}
