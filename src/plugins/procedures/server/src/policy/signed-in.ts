// Owns who is signed in at the panel: Strapi's own access token, then one query for everything that the gate asks. Strapi's
// strategy for its own routes asks four times and builds an ability of every permission there is; ours needs neither.
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { loadSignedIn, type SignedIn } from '../tenants/load-signed-in';

const ORIGIN = 'admin';
const BEARER = /^bearer\s+(\S+)$/i;

/**
 * The person behind the request's token, or null when there is none, it is no good, its session has ended or the account
 * is switched off: the same questions, in the same order, as Strapi's own strategy.
 * @param now the instant at which positions are judged; a session ends by the wall clock, as Strapi has written it.
 */
export async function signedIn(
  strapi: Core.Strapi,
  authorization: string | undefined,
  now: Date,
): Promise<SignedIn | null> {
  const token = BEARER.exec(authorization ?? '')?.[1];
  if (!token) return null;
  const { isValid, payload } = strapi.sessionManager(ORIGIN).validateAccessToken(token);
  const userId = Number(isValid ? payload.userId : Number.NaN);
  if (!isValid || !Number.isSafeInteger(userId)) return null;
  const knex: Knex = strapi.db.connection;
  return loadSignedIn(knex, { sessionId: payload.sessionId, origin: ORIGIN, adminUserId: userId }, now);
}
