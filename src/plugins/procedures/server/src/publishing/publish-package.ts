// Owns the publishing of a package for a tenant: checked, kept as it is (plain ids), rewritten, deployed, and the map of
// plain to deployed ids kept with the deployment. The same version with the same content is published once; the same
// version with other content is refused, because cases run by it.
import type { Knex } from 'knex';
import { checkPackage } from '../packages/check-package';
import type { ReadPackage } from '../packages/read-package';
import { rewritePackage } from '../packages/rewrite-package';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';

type Publisher = Pick<Platform, 'knex' | 'engine' | 'engineId' | 'clock' | 'log' | 'allowVariables'>;

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
  const isDeployed = await platform
    .knex('procedures.deployed_ids')
    .where({ engine_id: platform.engineId, tenant_id: tenantId, package_id: read.id, version: read.version })
    .first();
  if (stored && isDeployed) return 'unchanged';

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
  await platform.knex.transaction(async (trx) => {
    if (!stored) await keep(trx, platform, tenantId, read);
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
          deployed_at: now,
        })),
      )
      .onConflict(['engine_id', 'kind', 'deployed_id', 'version'])
      .merge(['deployed_at']);
  });
  platform.allowVariables(read.manifest.variables.map((one) => one.name));
  return 'published';
}

async function keep(trx: Knex.Transaction, platform: Publisher, tenantId: string, read: ReadPackage): Promise<void> {
  const now = platform.clock.now();
  const manifest = read.manifest;
  await trx('procedures.packages').where({ tenant_id: tenantId, package_id: read.id }).update({ active: false });
  await trx('procedures.packages').insert({
    tenant_id: tenantId,
    package_id: read.id,
    version: read.version,
    manifest: JSON.stringify(manifest),
    events: JSON.stringify(read.events),
    content_hash: read.contentHash,
    published_at: now,
  });
  await trx('procedures.package_files').insert(
    read.files.map((file) => ({
      tenant_id: tenantId,
      package_id: read.id,
      version: read.version,
      path: file.path,
      kind: ['bpmn', 'dmn', 'form', 'document', 'scenario'].includes(file.kind) ? file.kind : 'other',
      content: file.content,
    })),
  );
  for (const rule of manifest.clockRules) {
    const known = await trx('procedures.clock_rules')
      .where({ tenant_id: tenantId, package_id: read.id, rule_id: rule.id })
      .max('version as version')
      .first();
    if (known?.version && known.version >= rule.version) continue;
    await trx('procedures.clock_rules')
      .where({ tenant_id: tenantId, package_id: read.id, rule_id: rule.id })
      .update({ active: false });
    await trx('procedures.clock_rules').insert({
      tenant_id: tenantId,
      package_id: read.id,
      rule_id: rule.id,
      version: rule.version,
      definition: JSON.stringify(rule),
      confirmation_state: rule.confirmation.state,
      confirmed_by: rule.confirmation.by ?? null,
      confirmed_at: rule.confirmation.at ?? null,
      confirmation_document: rule.confirmation.document ?? null,
      created_at: now,
    });
  }
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
