// Owns which procedure packages the application publishes at start: every folder under bpmn/, for every tenant.
import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { readPackageFolder } from '../plugins/procedures/server/src/packages/read-package';
import { ProblemError } from '../plugins/procedures/server/src/problems/problem-error';
import { bringPackage } from '../plugins/procedures/server/src/publishing/bring-package';
import { deployInForce } from '../plugins/procedures/server/src/publishing/deploy-in-force';
import { getPlatform } from '../plugins/procedures/server/src/runtime/registry';

export async function publishPackages(strapi: Core.Strapi): Promise<void> {
  const platform = getPlatform();
  const folder = path.join(strapi.dirs.app.root, 'bpmn');
  const entries = await fs.readdir(folder, { withFileTypes: true });
  const tenants: string[] = await platform.knex('procedures.tenants').orderBy('id').pluck('id');
  for (const entry of entries.filter((one) => one.isDirectory())) {
    const read = await readPackageFolder(path.join(folder, entry.name));
    for (const tenantId of tenants) {
      try {
        const outcome = await bringPackage(platform, tenantId, read);
        if (outcome !== 'unchanged') strapi.log.info(`${outcome} ${read.id} ${read.version} for ${tenantId}`);
      } catch (error) {
        // A package that is refused changes nothing: what was published before stays in force, and the reason is told.
        if (!(error instanceof ProblemError) || error.code === 'ENGINE_UNREACHABLE') throw error;
        strapi.log.error(`${error.vi} / ${error.en}`);
      }
    }
  }
  for (const one of await deployInForce(platform)) strapi.log.info(`deployed again what is in force: ${one}`);
}
