// Owns the plugin's roles in Strapi's admin: made once; from then on an administrator may change what they open.
import type { Core } from '@strapi/strapi';
import { permissionUid, roleDefinitions } from '../policy/actions';

interface Role {
  id: number;
  code: string;
}
interface RoleService {
  create(role: { name: string; code: string; description: string }): Promise<Role>;
  findOne(where: { code: string }): Promise<Role | null>;
  assignPermissions(roleId: number, permissions: object[]): Promise<unknown>;
}

/** Role ids by code. Needs the plugin's permission actions to be registered, and Strapi's own roles to exist. */
export async function ensureRoles(strapi: Core.Strapi): Promise<Map<string, number>> {
  const roles = strapi.service('admin::role') as unknown as RoleService;
  const ids = new Map<string, number>();
  for (const definition of roleDefinitions) {
    const found = await roles.findOne({ code: definition.code });
    if (found) {
      ids.set(found.code, found.id);
      continue;
    }
    const { name, code, description } = definition;
    const role = await roles.create({ name, code, description });
    const permissions = definition.actions.map((uid) => ({
      action: permissionUid(uid),
      subject: null,
      properties: {},
      conditions: [],
    }));
    await roles.assignPermissions(role.id, permissions);
    ids.set(code, role.id);
  }
  const superAdmin = await roles.findOne({ code: 'strapi-super-admin' });
  if (superAdmin) ids.set(superAdmin.code, superAdmin.id);
  return ids;
}
