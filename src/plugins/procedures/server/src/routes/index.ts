// Owns the routes as Strapi wants them, made from the one declaration (policy/route-table.ts): what is not declared
// there does not exist.
import { type AdminRoute, type RouteDeclaration, routeTable } from '../policy/route-table';

const GATE = 'plugin::procedures.require-declared-route';
const TOKEN_GATE = 'plugin::procedures.require-token';
const PORTAL_GATE = 'plugin::procedures.require-portal-account';
const GATES = { integration: [TOKEN_GATE], portal: [PORTAL_GATE], public: [] } as const;

export default {
  admin: {
    type: 'admin',
    routes: routeTable.filter((route): route is AdminRoute => route.audience === 'admin').map(adminRoute),
  },
  'content-api': {
    type: 'content-api',
    routes: routeTable
      .filter((route): route is Exclude<RouteDeclaration, AdminRoute> => route.audience !== 'admin')
      .map(({ method, path, handler, audience }) => ({
        method,
        path,
        handler,
        // A program's token and the session of an account are ours, not Strapi's: those know no tenant.
        config: { auth: false, policies: [...GATES[audience]] },
      })),
  },
};

// Strapi's own strategy asks the database five times for what the gate asks once (policy/signed-in.ts).
function adminRoute({ method, path, handler }: AdminRoute) {
  return { method, path, handler, config: { auth: false, policies: [GATE] } };
}
