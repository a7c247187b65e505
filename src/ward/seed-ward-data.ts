// Owns when and from where the demo wards are seeded, and the word of where their passwords lie.
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { seedAccounts } from '../plugins/procedures/server/src/tenants/seed-accounts';
import { seedTenant } from '../plugins/procedures/server/src/tenants/seed-tenant';
import { readSeeds } from '../plugins/procedures/server/src/tenants/tenant-seed';
import { systemClock } from '../plugins/procedures/server/src/time/clock';

const OPERATOR = { email: 'van-hanh@he-thong.example', fullName: 'Vận hành Mẫu' };

/** PROCEDURES_DEMO=off starts without demo wards; an operator then makes the first administrator in the browser. */
export async function seedWardData(strapi: Core.Strapi): Promise<void> {
  if (process.env.PROCEDURES_DEMO === 'off') return;
  const seeds = await readSeeds(path.join(strapi.dirs.app.root, 'database', 'seeds'));
  for (const seed of seeds) await seedTenant(strapi.db.connection, seed, systemClock);
  const dataDir = path.resolve(strapi.dirs.app.root, process.env.PROCEDURES_DATA_DIR || '.data');
  const { created, file } = await seedAccounts(strapi, seeds, { dataDir, operator: OPERATOR });
  if (!file) return;
  // Only where they lie: what the process prints may be kept in a log.
  strapi.log.info(`${created.length} demo accounts were made; their passwords lie in ${file} (mode 600)`);
}
