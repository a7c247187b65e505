// Owns when and from where the demo wards are seeded, and the one print of where their passwords lie.
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
  const lines = created.map((account) => `  ${account.email}\t${account.password}\t${account.positions}`);
  // Straight to the terminal, never to the log, which may be kept and sent elsewhere.
  process.stdout.write(
    `\nTài khoản mẫu (in một lần; giữ trong ${file}) / Demo accounts (printed once; kept in ${file}):\n${lines.join('\n')}\n\n`,
  );
}
