// Owns the way from a plain name of a package to the name that this engine knows. What has been deployed under a name is
// never deployed under another: a message's holds tenant and package, a decision's the version too. So each is asked of
// the database once.
import type { Manifest } from '../packages/types';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';

const known = new Map<string, string>();

/** The deployed id, or null where this engine has not been given it. */
export async function deployedId(
  platform: Pick<Platform, 'knex' | 'engineId'>,
  tenantId: string,
  manifest: Manifest,
  kind: 'message' | 'decision',
  plainId: string,
): Promise<string | null> {
  const { engineId, knex } = platform;
  const key = [engineId, kind, tenantId, manifest.id, manifest.version, plainId].join(' ');
  const found = known.get(key);
  if (found !== undefined) return found;
  const ofVersion = kind === 'decision' ? { version: manifest.version } : {};
  const row: { deployed_id: string } | undefined = await knex('procedures.deployed_ids')
    .where({ engine_id: engineId, kind, tenant_id: tenantId, package_id: manifest.id, plain_id: plainId, ...ofVersion })
    .first('deployed_id');
  if (row) known.set(key, row.deployed_id);
  return row?.deployed_id ?? null;
}

export async function deployedName(
  platform: Pick<Platform, 'knex' | 'engineId'>,
  tenantId: string,
  manifest: Manifest,
  kind: 'message',
  plainId: string,
): Promise<string> {
  const name = await deployedId(platform, tenantId, manifest, kind, plainId);
  if (name) return name;
  throw new ProblemError({
    code: 'NOT_DEPLOYED',
    status: 503,
    vi: `Bộ quy trình "${manifest.id}" chưa được triển khai lên bộ máy này. Hãy báo người vận hành.`,
    en: `Expected ${kind} "${plainId}" of package "${manifest.id}" to be deployed to this engine, but it is not.`,
  });
}
