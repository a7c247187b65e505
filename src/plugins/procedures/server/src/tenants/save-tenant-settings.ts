// Owns the saving of what an administrator decides for a whole tenant: one at a time, only on the version that was read,
// with the next version and a trace in the audit chain.
import type { Knex } from 'knex';
import { type AuditInput, writeAudit } from '../audit/write-audit';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from './actor';

export interface TenantSettings {
  /** `procedures.<…>_settings`, one row a tenant */
  table: string;
  settings: object;
  /** as the page has read it */
  version: unknown;
  versionNow(trx: Knex, tenantId: string): Promise<{ version: number }>;
  audit: Pick<AuditInput, 'action' | 'subjectType' | 'detail'>;
}

export async function saveTenantSettings(
  { strapi, clock }: Platform,
  actor: Actor,
  { table, settings, version: read, versionNow, audit }: TenantSettings,
): Promise<void> {
  const { tenantId } = actor;
  const now = clock.now();
  await inTransaction(strapi, async (trx) => {
    await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`${table}:${tenantId}`]);
    const { version } = await versionNow(trx, tenantId);
    if (Number(read) !== version) throw changed();
    const row = {
      settings: JSON.stringify(settings),
      version: version + 1,
      changed_at: now,
      changed_by: actor.personId,
    };
    await trx(table)
      .insert({ tenant_id: tenantId, ...row })
      .onConflict('tenant_id')
      .merge(row);
    await writeAudit(trx, {
      ...audit,
      tenantId,
      at: now,
      actor,
      subjectId: tenantId,
      detail: { version: version + 1, ...audit.detail },
    });
  });
}

const changed = () =>
  new ProblemError({
    code: 'SETTINGS_CHANGED',
    status: 409,
    vi: 'Người khác vừa lưu cấu hình này. Hãy lấy bản mới rồi sửa trên đó.',
    en: 'Expected the settings as you read them, but somebody has saved others: take those and change them.',
  });
