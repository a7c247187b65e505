// Owns what a tenant's pages say of it: how to reach it, when it is open, by which host names its pages are asked for, and
// how many reports an hour one address may send. Data, changed by an administrator, every change in the audit chain.
import type { Knex } from 'knex';
import type { PortalSettings } from '../../../shared/portal-contract';
import { writeAudit } from '../audit/write-audit';
import { FormFields } from '../people/form-fields';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';

export interface PortalTenant {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly demo: boolean;
  readonly settings: PortalSettings;
}

const UNSAID: PortalSettings = {
  open: true,
  phone: '',
  address: { vi: '', en: '' },
  hours: { vi: '', en: '' },
  notice: { vi: '', en: '' },
  leaveTo: '',
  hosts: [],
  reportsPerHour: 20,
};

interface TenantRow {
  id: string;
  name: string;
  time_zone: string;
  demo: boolean;
  settings: Partial<PortalSettings> | null;
}

const tenants = (knex: Knex) =>
  knex('procedures.tenants as tenant')
    .leftJoin('procedures.portal_settings as portal', 'portal.tenant_id', 'tenant.id')
    .select('tenant.id', 'tenant.name', 'tenant.time_zone', 'tenant.demo', 'portal.settings')
    .orderBy('tenant.name');

const tenantOf = (row: TenantRow): PortalTenant => ({
  id: row.id,
  name: row.name,
  timeZone: row.time_zone,
  demo: row.demo,
  settings: { ...UNSAID, ...row.settings },
});

export async function portalTenant(knex: Knex, id: string): Promise<PortalTenant | null> {
  const row: TenantRow | undefined = await tenants(knex).where('tenant.id', id).first();
  return row ? tenantOf(row) : null;
}

/** Those that have opened their pages. */
export async function portalTenants(knex: Knex): Promise<PortalTenant[]> {
  const rows: TenantRow[] = await tenants(knex);
  return rows.map(tenantOf).filter((tenant) => tenant.settings.open);
}

const HOST = /^[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?$/;

export async function savePortalSettings(
  platform: Platform,
  actor: Actor,
  body: Record<string, unknown>,
): Promise<PortalSettings> {
  requireAllowed(decide(actor, 'portal.administer', { tenantId: actor.tenantId }));
  const fields = new FormFields(body);
  const both = (name: string, most: number) => ({
    vi: fields.optionalText(`${name}.vi`, most) ?? '',
    en: fields.optionalText(`${name}.en`, most) ?? '',
  });
  const settings: PortalSettings = {
    open: fields.flag('open'),
    phone: fields.optionalText('phone', 60) ?? '',
    address: both('address', 300),
    hours: both('hours', 300),
    notice: both('notice', 1000),
    leaveTo: fields.optionalText('leaveTo', 300) ?? '',
    hosts: (fields.optionalText('hosts', 2000) ?? '')
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
    reportsPerHour: fields.integer('reportsPerHour', 0),
  };
  if (settings.leaveTo && !isOutsideAddress(settings.leaveTo))
    fields.fault('leaveTo', 'Cần địa chỉ bắt đầu bằng https://', 'Expected an address that begins with https://');
  if (settings.hosts.some((host) => !HOST.test(host)))
    fields.fault('hosts', 'Chỉ ghi tên miền, mỗi dòng một tên', 'Expected host names, one a line');
  if (settings.reportsPerHour < 1 || settings.reportsPerHour > 1000)
    fields.fault('reportsPerHour', 'Cần số từ 1 đến 1000', 'Expected a number from 1 to 1000');
  fields.check();
  const at = platform.clock.now();
  await inTransaction(platform.strapi, async (trx) => {
    await trx('procedures.portal_settings')
      .insert({
        tenant_id: actor.tenantId,
        settings: JSON.stringify(settings),
        changed_at: at,
        changed_by: actor.personId,
      })
      .onConflict('tenant_id')
      .merge();
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at,
      actor,
      action: 'portal.settings',
      subjectType: 'tenant',
      subjectId: actor.tenantId,
      detail: { fields: Object.keys(settings), open: settings.open },
    });
  });
  return settings;
}

function isOutsideAddress(text: string): boolean {
  try {
    return new URL(text).protocol === 'https:';
  } catch {
    return false;
  }
}
