// Owns the session of an account: a token of users-permissions in a cookie that no script reads and no other site sends, for
// a working day at most, and over at once when the account is closed or signed out.
import type { RouteContext } from '../controllers/respond';
import type { Platform } from '../runtime/platform';
import { signatureOf } from './entry-token';
import type { PortalAccount } from './portal-account';

const COOKIE = 'cong';
const HOURS = 10;

interface Tokens {
  issue(payload: object, options: object): string;
  verify(token: string): Promise<{ id?: unknown; portal?: unknown; generation?: unknown }>;
}
const tokens = (platform: Platform) => platform.strapi.plugin('users-permissions').service('jwt') as unknown as Tokens;

export function openSession(platform: Platform, context: RouteContext, account: PortalAccount): void {
  const payload = { id: account.user_id, portal: account.person_id, generation: account.generation };
  setCookie(context, tokens(platform).issue(payload, { expiresIn: `${HOURS}h` }), HOURS * 60 * 60);
}

export const endSession = (context: RouteContext): void => setCookie(context, '', 0);

/** The account behind the cookie; null for whatever is not, or no longer, a session of ours. */
export async function accountOfSession(platform: Platform, cookie: string | undefined): Promise<PortalAccount | null> {
  const token = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w.-]+)`).exec(cookie ?? '')?.[1];
  if (!token) return null;
  const payload = await tokens(platform)
    .verify(token)
    .catch(() => null);
  if (typeof payload?.portal !== 'string') return null;
  const account: PortalAccount | undefined = await platform
    .knex('procedures.portal_accounts')
    .where({ person_id: payload.portal, generation: payload.generation, user_id: payload.id })
    .whereNull('closed_at')
    .first();
  return account ?? null;
}

/** What every form of a signed-in page carries: another site cannot know it. */
export const csrfOf = (key: string, account: PortalAccount): string =>
  signatureOf(key, `csrf:${account.person_id}:${account.generation}`);

function setCookie(context: RouteContext, value: string, seconds: number): void {
  const secure = context.secure ? '; Secure' : '';
  context.set('Set-Cookie', `${COOKIE}=${value}; Path=/cong; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`);
}
