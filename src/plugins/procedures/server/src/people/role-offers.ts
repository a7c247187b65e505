// Owns the words of roles: the candidate groups of the tenant's active packages, and the platform's own roles.
import type { LocalText } from '../packages/types';
import type { Platform } from '../runtime/platform';
import { DEPUTY_ROLE, OVERSIGHT_ROLE, PERSONAL_ROLES, STANDING_ROLE } from '../tenants/actor';

const PLATFORM_ROLES: readonly { code: string; title: LocalText }[] = [
  { code: OVERSIGHT_ROLE, title: { vi: 'Theo dõi chung các đơn vị cấp dưới', en: 'Oversees the units beneath' } },
  {
    code: STANDING_ROLE,
    title: {
      vi: 'Đơn vị thường trực: theo dõi, đôn đốc mọi đơn vị',
      en: 'Standing unit: follows and presses every unit',
    },
  },
  {
    code: DEPUTY_ROLE,
    title: {
      vi: 'Cấp phó: phụ trách khi đơn vị khuyết người đứng đầu',
      en: 'Deputy: leads while the unit has no head',
    },
  },
  ...PERSONAL_ROLES.map((code) => ({
    code,
    title: { vi: 'Người giữ khóa niêm phong', en: 'Custodian of sealed content' },
  })),
];

export interface RoleOffers {
  of(unit: string): { code: string; title: LocalText }[];
  /** The words of a role; a role that no package knows any more is shown by its code. */
  title(unit: string, role: string): LocalText;
}

export async function roleOffers(platform: Pick<Platform, 'library'>, tenantId: string): Promise<RoleOffers> {
  const groups = new Map<string, LocalText>();
  for (const published of await platform.library.allActive(tenantId))
    for (const group of published.read.manifest.candidateGroups ?? [])
      if (!groups.has(group.id)) groups.set(group.id, group.title);
  const of = (unit: string) => [
    ...[...groups].flatMap(([id, title]) =>
      id.startsWith(`${unit}/`) ? [{ code: id.slice(unit.length + 1), title }] : [],
    ),
    ...PLATFORM_ROLES,
  ];
  return {
    of,
    title: (unit, role) => of(unit).find((one) => one.code === role)?.title ?? { vi: role, en: role },
  };
}
