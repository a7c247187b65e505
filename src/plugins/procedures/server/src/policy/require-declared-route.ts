// Owns the gate in front of every admin route of the plugin: the route is declared, somebody is signed in, with a place in
// a tenant and the permission that the route names, and a person of this kind may ever do it. What the route then does to
// which subject, its service asks of decide().
import type { Core } from '@strapi/strapi';
import { ProblemError } from '../problems/problem-error';
import type { Clock } from '../time/clock';
import { ROLE_REFUSED, requireAllowed } from './decision';
import { mayEver } from './policy-action';
import { findDeclaration } from './route-table';
import { signedIn } from './signed-in';

interface GateContext {
  request: { headers: { authorization?: string } };
  state: { route?: { method: string; path: string }; actor?: unknown; declaration?: unknown };
}
type Gate = (context: GateContext, config: unknown, tools: { strapi: Core.Strapi }) => Promise<boolean>;

/** The plugin registers it as the policy `require-declared-route`; every admin route names it, and nothing else. */
export function createRequireDeclaredRoute(clockOf: (strapi: Core.Strapi) => Clock): Gate {
  return async (context, _config, { strapi }) => {
    const declaration = context.state.route && findDeclaration(context.state.route);
    if (declaration?.audience !== 'admin') throw undeclaredRoute();
    context.state.declaration = declaration;

    const person = await signedIn(strapi, context.request.headers.authorization, clockOf(strapi).now());
    if (!person) throw notSignedIn();
    if (!person.actor) throw noPlaceInTenant();
    if (!mayEver(person.actor, declaration.action)) requireAllowed(ROLE_REFUSED);
    if (declaration.permission && !person.permissions.includes(declaration.permission)) throw permissionMissing();
    context.state.actor = person.actor;
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

const notSignedIn = () =>
  new ProblemError({
    code: 'NOT_SIGNED_IN',
    status: 401,
    vi: 'Bạn chưa đăng nhập hoặc phiên đã hết. Hãy đăng nhập lại; những gì đã gõ vẫn còn.',
    en: 'Expected a signed-in person, but the session is missing or over: sign in again; what you typed is kept.',
  });

const permissionMissing = () =>
  new ProblemError({
    code: 'PERMISSION_MISSING',
    status: 403,
    vi: 'Vai trò của tài khoản này chưa được cấp quyền dùng chức năng. Hãy liên hệ người phụ trách phân quyền.',
    en: 'Expected a role with the permission for this, but yours lacks it: ask whoever assigns roles.',
  });

const noPlaceInTenant = () =>
  new ProblemError({
    code: 'NO_PLACE_IN_TENANT',
    status: 403,
    vi: 'Tài khoản của bạn chưa gắn với người nào trong đơn vị. Hãy liên hệ người quản trị.',
    en: 'Expected an account that belongs to a person of a tenant, but yours does not: ask the administrator.',
  });
