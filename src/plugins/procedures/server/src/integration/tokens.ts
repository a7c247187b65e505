// Owns the life of tokens: an administrator asks for one, the head of its unit lets it in, either ends it. Nobody does
// both: an administrator sees no content, so he must not be able to make himself a door to it.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { ApiTokenRow, NewApiToken, NewApiTokenAnswer } from '../../../shared/integration-contract';
import { writeAudit } from '../audit/write-audit';
import { decide } from '../policy/decide';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';
import type { TokenRow } from './caller';
import { checkNewToken } from './check-new-token';
import { hashOfSecret, newSecret, tokenText } from './token-secret';

export async function listTokens(platform: Platform, actor: Actor): Promise<ApiTokenRow[]> {
  const rows: TokenRow[] = await platform
    .knex('procedures.api_tokens')
    .where({ tenant_id: actor.tenantId })
    .where((shown) => {
      // The head of a unit sees what acts in the name of his unit; an administrator sees all.
      if (!actor.isAdministrator) shown.whereIn('unit_code', [...actor.headOf]);
    })
    .orderBy('created_at', 'desc');
  return tokenViews(platform, actor, rows);
}

/** The text of the token is in this answer and nowhere else. */
export async function createToken(platform: Platform, actor: Actor, input: NewApiToken): Promise<NewApiTokenAnswer> {
  const now = platform.clock.now();
  const wanted = await checkNewToken(platform, actor.tenantId, input, now);
  const id = randomUUID();
  const secret = newSecret();
  const row = await inTransaction(platform.strapi, async (trx) => {
    const personId = randomUUID();
    await trx('procedures.people').insert({
      id: personId,
      tenant_id: actor.tenantId,
      full_name: wanted.name,
      technical: true,
    });
    const [made]: TokenRow[] = await trx('procedures.api_tokens')
      .insert({
        id,
        tenant_id: actor.tenantId,
        name: wanted.name,
        secret_hash: hashOfSecret(secret),
        person_id: personId,
        unit_code: wanted.unit,
        groups: wanted.groups,
        scopes: wanted.scopes,
        created_by: actor.personId,
        created_at: now,
        expires_at: wanted.expiresAt,
      })
      .returning('*');
    await audit(trx, platform, actor, 'apiToken.create', id, { unit: wanted.unit, scopes: wanted.scopes });
    return made;
  });
  return { token: (await tokenViews(platform, actor, [row]))[0], secret: tokenText(id, secret) };
}

export async function approveToken(platform: Platform, actor: Actor, id: string): Promise<ApiTokenRow> {
  return change(platform, actor, id, 'apiToken.approve', (row) =>
    row.approved_at || row.revoked_at ? null : { approved_by: actor.personId, approved_at: platform.clock.now() },
  );
}

export async function revokeToken(platform: Platform, actor: Actor, id: string, reason: string): Promise<ApiTokenRow> {
  return change(platform, actor, id, 'apiToken.revoke', (row) =>
    row.revoked_at
      ? null
      : { revoked_by: actor.personId, revoked_at: platform.clock.now(), revoked_reason: reason.slice(0, 500) },
  );
}

/** What was done already is answered as it stands. */
async function change(
  platform: Platform,
  actor: Actor,
  id: string,
  action: 'apiToken.approve' | 'apiToken.revoke',
  changes: (row: TokenRow) => Record<string, unknown> | null,
): Promise<ApiTokenRow> {
  const row = await inTransaction(platform.strapi, async (trx) => {
    const found: TokenRow | undefined = await trx('procedures.api_tokens')
      .where({ id: UUID.test(id) ? id : NO_ID, tenant_id: actor.tenantId })
      .forUpdate()
      .first();
    if (!found) return requireAllowed(NOT_FOUND);
    requireAllowed(decide(actor, action, { tenantId: found.tenant_id, unit: found.unit_code }));
    const changed = changes(found);
    if (!changed) return found;
    const [written]: TokenRow[] = await trx('procedures.api_tokens').where({ id }).update(changed).returning('*');
    await audit(trx, platform, actor, action, id, {});
    return written;
  });
  return (await tokenViews(platform, actor, [row]))[0];
}

const NO_ID = '00000000-0000-0000-0000-000000000000';

const audit = (
  trx: Knex.Transaction,
  platform: Platform,
  actor: Actor,
  action: string,
  id: string,
  detail: Record<string, string | string[]>,
) =>
  writeAudit(trx, {
    tenantId: actor.tenantId,
    at: platform.clock.now(),
    actor,
    action,
    subjectType: 'apiToken',
    subjectId: id,
    detail,
  });

async function tokenViews({ knex, clock }: Platform, actor: Actor, rows: TokenRow[]): Promise<ApiTokenRow[]> {
  const ids = rows.flatMap((row) => [row.created_by, row.approved_by]).filter((id): id is string => id !== null);
  const people: { id: string; full_name: string }[] = await knex('procedures.people').whereIn('id', ids);
  const units: { code: string; name: string }[] = await knex('procedures.units').where({ tenant_id: actor.tenantId });
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.full_name ?? null;
  const may = (action: 'apiToken.approve' | 'apiToken.revoke', row: TokenRow) =>
    decide(actor, action, { tenantId: row.tenant_id, unit: row.unit_code }).allowed;
  return rows.map((row) => {
    const isOver = row.revoked_at !== null || row.expires_at <= clock.now();
    return {
      id: row.id,
      name: row.name,
      unit: row.unit_code,
      unitName: units.find((unit) => unit.code === row.unit_code)?.name ?? row.unit_code,
      groups: row.groups,
      scopes: row.scopes,
      state: row.revoked_at ? 'REVOKED' : isOver ? 'EXPIRED' : row.approved_at ? 'ACTIVE' : 'WAITING',
      createdBy: nameOf(row.created_by),
      createdAt: row.created_at.toISOString(),
      approvedBy: nameOf(row.approved_by),
      approvedAt: row.approved_at?.toISOString() ?? null,
      expiresAt: row.expires_at.toISOString(),
      lastUsedAt: row.last_used_at?.toISOString() ?? null,
      revokedReason: row.revoked_reason,
      permissions: {
        approve: !isOver && row.approved_at === null && may('apiToken.approve', row),
        revoke: !isOver && may('apiToken.revoke', row),
      },
    };
  });
}
