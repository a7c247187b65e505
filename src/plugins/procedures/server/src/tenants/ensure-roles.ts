// Owns the plugin's roles in Strapi's admin. What a role opens is given once: from then on an administrator may change
// it, and only what a later version adds is given again, once.
import type { Core } from '@strapi/strapi';
import { permissionUid, type RoleDefinition, roleDefinitions } from '../policy/actions';

interface Role {
  id: number;
  code: string;
}
interface RoleService {
  create(role: { name: string; code: string; description: string }): Promise<Role>;
  findOne(where: { code: string }): Promise<Role | null>;
}
interface PermissionService {
  createMany(permissions: object[]): Promise<unknown>;
  findMany(query: { where: object }): Promise<{ action: string }[]>;
}
/** Role code → actions that have ever been given to it. */
type Given = Record<string, string[]>;

/** Role ids by code. Needs the plugin's permission actions to be registered, and Strapi's own roles to exist. */
export async function ensureRoles(strapi: Core.Strapi): Promise<Map<string, number>> {
  const roles = strapi.service('admin::role') as unknown as RoleService;
  const store = strapi.store({ type: 'plugin', name: 'procedures' });
  const given = ((await store.get({ key: 'given-permissions' })) ?? {}) as Given;
  const ids = new Map<string, number>();
  for (const definition of roleDefinitions) {
    const { name, code, description } = definition;
    const role = (await roles.findOne({ code })) ?? (await roles.create({ name, code, description }));
    await giveNew(strapi, role.id, definition, given[code] ?? []);
    ids.set(code, role.id);
  }
  await store.set({
    key: 'given-permissions',
    value: Object.fromEntries(roleDefinitions.map(({ code, actions }) => [code, [...actions]])),
  });
  const superAdmin = await roles.findOne({ code: 'strapi-super-admin' });
  if (superAdmin) ids.set(superAdmin.code, superAdmin.id);
  return ids;
}

/** A crash before it is noted only asks again: what the role has already is left out. */
async function giveNew(
  strapi: Core.Strapi,
  roleId: number,
  { actions }: RoleDefinition,
  given: readonly string[],
): Promise<void> {
  const wanted = actions.filter((uid) => !given.includes(uid)).map(permissionUid);
  if (wanted.length === 0) return;
  const permissions = strapi.service('admin::permission') as unknown as PermissionService;
  const held = await permissions.findMany({ where: { role: { id: roleId } } });
  const missing = wanted.filter((action) => !held.some((permission) => permission.action === action));
  if (missing.length === 0) return;
  await permissions.createMany(
    missing.map((action) => ({ action, subject: null, properties: {}, conditions: [], role: roleId })),
  );
}
