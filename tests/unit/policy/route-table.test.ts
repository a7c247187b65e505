import {
  permissionActions,
  permissionUid,
  roleDefinitions,
} from '../../../src/plugins/procedures/server/src/policy/actions';
import { mayEver } from '../../../src/plugins/procedures/server/src/policy/policy-action';
import {
  assertAllRoutesDeclared,
  findDeclaration,
  routeTable,
} from '../../../src/plugins/procedures/server/src/policy/route-table';
import routes from '../../../src/plugins/procedures/server/src/routes';
import { administrator, auditor, clerk, unplaced } from './actors';

const rolePermissions = (code: string) =>
  (roleDefinitions.find((role) => role.code === code)?.actions ?? []).map(permissionUid);

describe('the route table', () => {
  it('names every route once', () => {
    const names = routeTable.map((route) => `${route.method} ${route.path}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('fails on a route that nobody declared and on one that nobody serves', () => {
    expect(() => assertAllRoutesDeclared(routeTable)).not.toThrow();
    expect(() => assertAllRoutesDeclared([...routeTable, { method: 'GET', path: '/backdoor' }])).toThrow(
      'undeclared: [GET /backdoor]',
    );
    expect(() => assertAllRoutesDeclared(routeTable.slice(1))).toThrow('not served: [GET /me]');
    expect(findDeclaration({ method: 'DELETE', path: '/cases/:id' })).toBeUndefined();
  });

  it('leaves only the receipt, the document of the API and the pages of the portal open to the public', () => {
    const open = routeTable.filter((route) => route.audience === 'public');
    expect(open.map((route) => `${route.method} ${route.path}`)).toEqual([
      'GET /v1/openapi.json',
      'GET /portal',
      'GET /portal/tenants/:tenant',
      'GET /portal/tenants/:tenant/:package/:event',
      'POST /portal/tenants/:tenant/:package/:event',
      'GET /portal/status',
      'POST /portal/status',
      'POST /portal/status/additions',
      'GET /portal/session',
      'POST /portal/session',
      'GET /portal/password',
      'POST /portal/password',
      'GET /receipts/:code',
    ]);
  });

  it('puts the gate for accounts in front of every page of an account, and only there', () => {
    for (const declared of routeTable) {
      const served = routes['content-api'].routes.find(
        (route) => route.method === declared.method && route.path === declared.path,
      );
      const gates = served?.config.policies ?? [];
      expect([declared.path, gates.includes('plugin::procedures.require-portal-account')]).toEqual([
        declared.path,
        declared.audience === 'portal',
      ]);
    }
  });

  it('asks only for permissions that exist', () => {
    const known = permissionActions.map((each) => permissionUid(each.uid));
    for (const route of routeTable) if (route.permission) expect(known).toContain(route.permission);
    for (const role of roleDefinitions) for (const uid of role.actions) expect(known).toContain(permissionUid(uid));
  });

  // Strapi's permission and the policy must agree, or a page opens that then refuses everything.
  it.each(routeTable.flatMap((route) => (route.audience === 'admin' ? [route] : [])))(
    'gives $method $path to the roles that the policy would let in, and to no other',
    (route) => {
      const opens = (code: string) => route.permission === null || rolePermissions(code).includes(route.permission);
      expect(opens('procedures-admin')).toBe(mayEver(administrator, route.action));
      expect(opens('procedures-auditor')).toBe(mayEver(auditor, route.action));
      expect(opens('procedures-staff')).toBe(mayEver(clerk, route.action));
      if (
        ![
          'me.read',
          'calendar.read',
          'clockRule.read',
          'parameter.read',
          'questionTerm.read',
          'notice.read',
          'notice.settings',
        ].includes(route.action)
      ) {
        expect(mayEver(unplaced, route.action)).toBe(false);
      }
    },
  );
});
