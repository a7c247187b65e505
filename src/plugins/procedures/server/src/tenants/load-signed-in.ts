// Owns the one query behind a signed-in request of the panel: session, account, permissions and the actor.
import type { Knex } from 'knex';
import { prepared } from '../storage/prepared';
import { systemClock } from '../time/clock';
import type { Actor } from './actor';
import { ACTOR_WHERE, type ActorRow, actorOf } from './load-actor';

export interface SignedIn {
  /** null: the account belongs to no person of a tenant. */
  actor: Actor | null;
  /** Uids of the platform's permissions that the account's roles give. */
  permissions: readonly string[];
}

interface AccessToken {
  sessionId: string;
  origin: string;
  adminUserId: number;
}

// A permission that was given under a condition is not counted: our routes judge no conditions, so it gives nothing.
const SIGNED_IN = `
select signed.expires_at, signed.granted, actor.*
from (
  select s.expires_at,
    array(
      select distinct permission.action
      from admin_users_roles_lnk link
      join admin_permissions_role_lnk given on given.role_id = link.role_id
      join admin_permissions permission on permission.id = given.permission_id
      where link.user_id = u.id and permission.action like 'plugin::procedures.%'
        and coalesce(jsonb_array_length(permission.conditions), 0) = 0
    ) as granted
  from strapi_sessions s
  join admin_users u on u.id = :adminUserId and u.is_active
  where s.session_id = :sessionId and s.origin = :origin
) signed
left join (${ACTOR_WHERE('p.admin_user_id = :adminUserId')}) actor on true`;

type SignedInRow = ActorRow & { id: string | null; expires_at: Date | null; granted: string[] };

/** null: the session is unknown or over, or the account is switched off. */
export async function loadSignedIn(knex: Knex, token: AccessToken, now: Date): Promise<SignedIn | null> {
  const { rows } = await prepared(knex.raw<{ rows: SignedInRow[] }>(SIGNED_IN, { ...token, now }));
  const row = rows[0];
  // Strapi keeps it without a zone and reads it back in the zone of this process: so must we, against the wall clock.
  if (!row?.expires_at || row.expires_at <= systemClock.now()) return null;
  return { actor: row.id ? actorOf(row, token.adminUserId) : null, permissions: row.granted };
}
