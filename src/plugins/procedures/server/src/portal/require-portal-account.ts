// Owns the gate in front of every page for accounts: declared, signed in, a place in a tenant, a kind of person who may ever
// do it; and what is sent comes from a page of ours.
import { ROLE_REFUSED, requireAllowed } from '../policy/decision';
import { mayEver } from '../policy/policy-action';
import { findDeclaration } from '../policy/route-table';
import { ProblemError } from '../problems/problem-error';
import { getPlatform } from '../runtime/registry';
import type { Actor } from '../tenants/actor';
import { loadActorOfPerson } from '../tenants/load-actor';
import type { PortalAccount } from './portal-account';
import { accountOfSession } from './session';

/** Strapi hands a gate a copy of Koa's context, without what the context only reads: the method is the route's. */
interface GateContext {
  state: { route?: { method: string; path: string }; actor?: Actor; session?: unknown };
  request: { headers: Record<string, string | undefined> };
}

export async function requirePortalAccount(context: GateContext): Promise<boolean> {
  const { route } = context.state;
  const declaration = route && findDeclaration(route);
  if (declaration?.audience !== 'portal') throw new Error('Expected a declared route for accounts of the portal');
  const platform = getPlatform();
  const { headers } = context.request;
  const account: PortalAccount | null = await accountOfSession(platform, headers.cookie);
  const actor = account && (await loadActorOfPerson(platform.knex, account.person_id, platform.clock.now()));
  if (!account || !actor) throw notSignedIn();
  // A browser says where a form comes from; what the mark in the form says is checked with its body.
  if (route?.method !== 'GET' && !['same-origin', undefined].includes(headers['sec-fetch-site'])) throw fromElsewhere();
  if (!mayEver(actor, declaration.action)) requireAllowed(ROLE_REFUSED);
  context.state.actor = actor;
  context.state.session = account;
  return true;
}

const notSignedIn = () =>
  new ProblemError({
    code: 'NOT_SIGNED_IN',
    status: 401,
    vi: 'Hãy đăng nhập.',
    en: 'Expected somebody who is signed in: sign in.',
  });

const fromElsewhere = () =>
  new ProblemError({
    code: 'FORM_FROM_ELSEWHERE',
    status: 403,
    vi: 'Nội dung này không gửi từ trang của chúng tôi nên bị từ chối. Hãy mở lại trang và gửi lại.',
    en: 'Expected a form of our own page, but this came from elsewhere. Open the page again and send it from there.',
  });
