// Owns the routes as Strapi wants them, made from the one declaration (policy/route-table.ts): what is not declared
// there does not exist.
import { type RouteDeclaration, routeTable } from '../policy/route-table';

const GATE = 'plugin::procedures.require-declared-route';

export default {
  admin: {
    type: 'admin',
    routes: routeTable.filter((route) => route.audience === 'admin').map(adminRoute),
  },
  'content-api': {
    type: 'content-api',
    routes: routeTable
      .filter((route) => route.audience === 'public')
      .map((route) => ({ method: route.method, path: route.path, handler: route.handler, config: { auth: false } })),
  },
};

// The gate comes before Strapi's own permission check, so that a refusal is in words.
function adminRoute(route: RouteDeclaration) {
  const permissions = route.permission
    ? [{ name: 'admin::hasPermissions', config: { actions: [route.permission] } }]
    : [];
  return {
    method: route.method,
    path: route.path,
    handler: route.handler,
    config: { policies: ['admin::isAuthenticatedAdmin', GATE, ...permissions] },
  };
}
