// Owns who is calling: the token in the header, and the actor that its unit and groups make.
import type { Knex } from 'knex';
import type { Actor } from '../tenants/actor';
import { scopeMissing, tokenNeeded, tokenNotApproved } from './problems';
import { isScope, type Scope } from './scopes';
import { isSecretOf, parseToken } from './token-secret';

export interface Caller {
  readonly tokenId: string;
  readonly scopes: readonly Scope[];
  /** Acts like a member of the unit in the chosen groups; leads nothing and oversees nothing. */
  readonly actor: Actor;
}

export interface TokenRow {
  id: string;
  tenant_id: string;
  name: string;
  secret_hash: string;
  person_id: string;
  unit_code: string;
  groups: string[];
  scopes: string[];
  created_by: string;
  created_at: Date;
  approved_by: string | null;
  approved_at: Date | null;
  expires_at: Date;
  revoked_at: Date | null;
  revoked_reason: string | null;
  last_used_at: Date | null;
}

/** How exactly "last used" is known: not every call writes. */
const USE_NOTED_EVERY_MS = 60_000;

/** The same refusal for a token that is unknown, wrong, revoked or over: a guess learns nothing. */
export async function callerOf(knex: Knex, authorization: string | undefined, now: Date): Promise<Caller> {
  const given = parseToken(/^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '');
  if (!given) throw tokenNeeded();
  const row: TokenRow | undefined = await knex('procedures.api_tokens').where({ id: given.id }).first();
  if (!row || !isSecretOf(given.secret, row.secret_hash)) throw tokenNeeded();
  if (row.revoked_at !== null || row.expires_at <= now) throw tokenNeeded();
  if (row.approved_at === null) throw tokenNotApproved();
  if (!row.last_used_at || now.getTime() - row.last_used_at.getTime() > USE_NOTED_EVERY_MS) {
    await knex('procedures.api_tokens').where({ id: row.id }).update({ last_used_at: now });
  }
  return { tokenId: row.id, scopes: row.scopes.filter(isScope), actor: actorOf(row) };
}

export function requireScope(caller: Caller, scope: Scope): void {
  if (!caller.scopes.includes(scope)) throw scopeMissing(scope);
}

const actorOf = (row: TokenRow): Actor => ({
  adminUserId: null,
  personId: row.person_id,
  fullName: row.name,
  tenantId: row.tenant_id,
  groups: row.groups,
  units: [row.unit_code],
  headOf: [],
  overseen: [],
  follows: [],
  own: { groups: row.groups, headOf: [] },
  acting: [],
  isAdministrator: false,
  isAuditor: false,
});
