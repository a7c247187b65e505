// Owns what a new token must say: a name, a unit of the tenant, groups of that unit, scopes that exist, an end.
import type { NewApiToken } from '../../../shared/integration-contract';
import type { Platform } from '../runtime/platform';
import { requestInvalid } from './problems';
import { isScope, type Scope } from './scopes';

const DAY_MS = 24 * 60 * 60 * 1000;
const LONGEST_DAYS = 366;

export interface CheckedToken {
  name: string;
  unit: string;
  groups: string[];
  scopes: Scope[];
  expiresAt: Date;
}

export async function checkNewToken(
  platform: Platform,
  tenantId: string,
  input: NewApiToken,
  now: Date,
): Promise<CheckedToken> {
  const problems: { path: string; vi: string; en: string }[] = [];
  const refuse = (path: string, vi: string, en: string) => problems.push({ path, vi, en });

  const name = typeof input.name === 'string' ? input.name.normalize('NFC').trim() : '';
  if (name.length < 3 || name.length > 120)
    refuse('name', 'Tên hệ thống phải có 3–120 ký tự.', 'Expected a name of 3 to 120 characters.');
  const unit: { code: string } | undefined = await platform
    .knex('procedures.units')
    .where({ tenant_id: tenantId, code: String(input.unit ?? ''), external: false })
    .first();
  if (!unit) refuse('unit', 'Hãy chọn một đơn vị của mình.', 'Expected a unit of the tenant.');
  const scopes = Array.isArray(input.scopes) ? input.scopes : [];
  if (scopes.length === 0 || !scopes.every(isScope))
    refuse('scopes', 'Hãy chọn ít nhất một quyền trong danh sách.', 'Expected one or more of the known scopes.');
  const groups = Array.isArray(input.groups) ? input.groups.map(String) : [];
  const known = unit ? await groupsOfUnit(platform, tenantId, unit.code) : [];
  if (unit && !groups.every((group) => known.some(({ id }) => id === group)))
    refuse('groups', 'Chỉ chọn nhóm của đơn vị đó.', 'Expected groups of that unit only.');
  const expiresAt = new Date(String(input.expiresAt ?? ''));
  const latest = new Date(now.getTime() + LONGEST_DAYS * DAY_MS);
  if (!(expiresAt > now && expiresAt <= latest))
    refuse(
      'expiresAt',
      'Ngày hết hạn phải sau hôm nay và trong vòng một năm.',
      'Expected an end after now and within a year.',
    );
  if (problems.length > 0) throw requestInvalid(problems);
  return { name, unit: unit?.code ?? '', groups: [...new Set(groups)], scopes: scopes.filter(isScope), expiresAt };
}

/** Candidate groups of the packages in force that belong to the unit, in the packages' words. */
export async function groupsOfUnit(
  platform: Platform,
  tenantId: string,
  unit: string,
): Promise<{ id: string; title: { vi: string; en: string } }[]> {
  const packages = await platform.library.allActive(tenantId);
  const all = packages.flatMap((published) => published.read.manifest.candidateGroups);
  const found = new Map(all.filter(({ id }) => id.startsWith(`${unit}/`)).map((group) => [group.id, group]));
  return [...found.values()];
}
