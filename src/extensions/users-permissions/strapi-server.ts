// Owns what users-permissions offers to the outside: nothing. Accounts of the portal sign in by pages of ours
// (plugins/procedures/server/src/portal), are made by administrators, and reach no content type by themselves.

interface UsersPermissions {
  routes: Record<string, unknown>;
}

export default (plugin: UsersPermissions): UsersPermissions => {
  plugin.routes['content-api'] = { type: 'content-api', routes: [] };
  return plugin;
};
