// Owns the gate in front of every admin route of the plugin: the route is declared, the person has a place in a tenant,
// and a person of this kind may ever do it. What the route then does to which subject, its service asks of decide().
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { ProblemError } from '../problems/problem-error';
import { loadActor } from '../tenants/load-actor';
import type { Clock } from '../time/clock';
import { ROLE_REFUSED, requireAllowed } from './decision';
import { mayEver } from './policy-action';
import { findDeclaration } from './route-table';

interface GateContext {
  state: { route?: { method: string; path: string }; user?: { id: number }; actor?: unknown; declaration?: unknown };
}
type Gate = (context: GateContext, config: unknown, tools: { strapi: Core.Strapi }) => Promise<boolean>;

/** The plugin registers it as the policy `require-declared-route`; every admin route names it. */
export function createRequireDeclaredRoute(clockOf: (strapi: Core.Strapi) => Clock): Gate {
  return async (context, _config, { strapi }) => {
    const declaration = context.state.route && findDeclaration(context.state.route);
    if (!declaration) throw undeclaredRoute();
    context.state.declaration = declaration;
    if (declaration.audience !== 'admin') return true;

    const knex: Knex = strapi.db.connection;
    const actor = context.state.user ? await loadActor(knex, context.state.user.id, clockOf(strapi).now()) : null;
    if (!actor) throw noPlaceInTenant();
    if (!mayEver(actor, declaration.action)) requireAllowed(ROLE_REFUSED);
    context.state.actor = actor;
    return true;
  };
}

const undeclaredRoute = () =>
  new ProblemError({
    code: 'ROUTE_NOT_DECLARED',
    status: 403,
    vi: 'Đường dẫn này chưa được khai báo quyền nên bị từ chối. Hãy báo người vận hành.',
    en: 'Expected the route to be declared in policy/route-table.ts, but it is not: tell the operator.',
  });

const noPlaceInTenant = () =>
  new ProblemError({
    code: 'NO_PLACE_IN_TENANT',
    status: 403,
    vi: 'Tài khoản của bạn chưa gắn với người nào trong đơn vị. Hãy liên hệ người quản trị.',
    en: 'Expected an account that belongs to a person of a tenant, but yours does not: ask the administrator.',
  });
