// Owns the publishing of a package for a tenant: checked, kept as it is (plain ids), rewritten, deployed, and the map of
// plain to deployed ids kept with the deployment. The same version with the same content is published once; the same
// version with other content is refused, because cases run by it.
import type { Knex } from 'knex';
import { checkPackage } from '../packages/check-package';
import type { ReadPackage } from '../packages/read-package';
import { rewritePackage } from '../packages/rewrite-package';
import type { Manifest } from '../packages/types';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { keepPackage } from './keep-package';
import { putClockRules } from './put-clock-rules';

export type Publisher = Pick<Platform, 'knex' | 'engine' | 'engineId' | 'clock' | 'log' | 'allowVariables'>;

export async function publishPackage(
  platform: Publisher,
  tenantId: string,
  read: ReadPackage,
): Promise<'published' | 'unchanged'> {
  const stored = await platform
    .knex('procedures.packages')
    .where({ tenant_id: tenantId, package_id: read.id, version: read.version })
    .first();
  if (stored && stored.content_hash !== read.contentHash) throw sameVersionOtherContent(read);
  // What has been followed by another version would, deployed again, be the newest at the engine.
  if (stored && (!stored.active || (await isDeployed(platform, tenantId, read)))) return 'unchanged';

  const errors = (await checkPackage(read)).filter((finding) => finding.severity === 'error');
  if (errors.length > 0) throw notPublishable(read, errors);
  const rewritten = await rewritePackage(read, { tenantId });
  const answer = await platform.engine.deployResources(rewritten.resources);
  if (answer.status !== 'accepted') {
    throw new ProblemError({
      code: answer.status === 'rejected' ? 'ENGINE_REFUSED_MODEL' : 'ENGINE_UNREACHABLE',
      status: answer.status === 'rejected' ? 422 : 503,
      vi: `Bộ máy quy trình không nhận bộ "${read.id}" ${read.version}: ${answer.message}`,
      en: `Expected the engine to accept package "${read.id}" ${read.version}, but: ${answer.message}`,
    });
  }
  const engineVersions = new Map(
    answer.resources.flatMap((one) => (one.kind === 'process' ? [[one.id, one.version] as const] : [])),
  );
  await platform.knex.transaction(async (trx) => {
    // Whoever approves and the scheduler may bring the same version into force at one moment: one of them keeps it.
    await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      `procedures.publish:${tenantId}/${read.id}`,
    ]);
    const kept = await trx('procedures.packages')
      .where({ tenant_id: tenantId, package_id: read.id, version: read.version })
      .first('content_hash');
    if (kept && kept.content_hash !== read.contentHash) throw sameVersionOtherContent(read);
    if (!kept) await putInForce(trx, platform, tenantId, read);
    const now = platform.clock.now();
    await trx('procedures.deployed_ids')
      .insert(
        rewritten.ids.map((one) => ({
          engine_id: platform.engineId,
          deployed_id: one.deployedId,
          tenant_id: tenantId,
          package_id: read.id,
          version: read.version,
          kind: one.kind,
          plain_id: one.plainId,
          engine_version: one.kind === 'process' ? (engineVersions.get(one.deployedId) ?? null) : null,
          deployed_at: now,
        })),
      )
      .onConflict(['engine_id', 'kind', 'deployed_id', 'version'])
      .merge(['deployed_at', 'engine_version']);
  });
  platform.allowVariables(read.manifest.variables.map((one) => one.name));
  return 'published';
}

/** With the number that the engine gave it: a case is moved to it by that. */
async function isDeployed(platform: Publisher, tenantId: string, { id, version }: ReadPackage): Promise<boolean> {
  const row = await platform
    .knex('procedures.deployed_ids')
    .where({ engine_id: platform.engineId, tenant_id: tenantId, package_id: id, version, kind: 'process' })
    .whereNotNull('engine_version')
    .first('deployed_id');
  return row !== undefined;
}

async function putInForce(
  trx: Knex.Transaction,
  { clock }: Publisher,
  tenantId: string,
  read: ReadPackage,
): Promise<void> {
  const now = clock.now();
  const of = { tenant_id: tenantId, package_id: read.id };
  const replaced: { manifest: Manifest } | undefined = await trx('procedures.packages')
    .where({ ...of, active: true })
    .first('manifest');
  await trx('procedures.packages').where(of).update({ active: false });
  await keepPackage(trx, tenantId, read, { now, offered: false });
  await putClockRules(trx, {
    tenantId,
    packageId: read.id,
    before: replaced?.manifest.clockRules ?? [],
    after: read.manifest.clockRules,
    now,
  });
}

const sameVersionOtherContent = (read: ReadPackage) =>
  new ProblemError({
    code: 'PACKAGE_VERSION_TAKEN',
    status: 409,
    vi: `Bộ quy trình "${read.id}" ${read.version} đã ban hành với nội dung khác. Hãy tăng số phiên bản trong manifest.json.`,
    en: `Expected a new version, but "${read.id}" ${read.version} is published with other content. Raise the version in manifest.json.`,
  });

const notPublishable = (read: ReadPackage, errors: { file: string; vi: string; en: string }[]) =>
  new ProblemError({
    code: 'PACKAGE_HAS_ERRORS',
    status: 422,
    vi: `Bộ quy trình "${read.id}" có ${errors.length} lỗi nên chưa ban hành được: ${errors
      .slice(0, 5)
      .map((one) => `${one.file}: ${one.vi}`)
      .join(' | ')}`,
    en: `Expected a package without errors, but "${read.id}" has ${errors.length}: ${errors
      .slice(0, 5)
      .map((one) => `${one.file}: ${one.en}`)
      .join(' | ')}`,
    detail: { findings: errors },
  });
