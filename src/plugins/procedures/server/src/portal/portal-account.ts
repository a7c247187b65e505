// Owns the accounts of the portal: each is one person's, its password lies with users-permissions, and it begins (and begins
// again) with a code that is shown once, by which the person chooses the password.
import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Knex } from 'knex';
import type { PortalCode } from '../../../shared/portal-contract';
import { changeProblem } from '../people/change-problem';
import { FormFields } from '../people/form-fields';
import { loadPerson } from '../people/load-subject';
import { recordChange } from '../people/record-change';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';

export interface PortalAccount {
  person_id: string;
  tenant_id: string;
  user_id: number;
  login_name: string;
  code_hash: string | null;
  code_expires_at: Date | null;
  generation: number;
  failed: number;
  locked_until: Date | null;
  closed_at: Date | null;
}

interface UserService {
  add(user: object): Promise<{ id: number }>;
  edit(id: number, user: object): Promise<unknown>;
}

export const portalUsers = (strapi: Platform['strapi']) =>
  strapi.plugin('users-permissions').service('user') as unknown as UserService;

const CODE_DAYS = 7;
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

export const hashOfCode = (code: string): string =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^0-9A-Z]/g, ''))
    .digest('hex');

/** Twelve letters, as easily read aloud as a receipt's. */
const newCode = (): string =>
  [0, 1, 2].map(() => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join('-');

/** In the transaction that makes the person. `password`: of a demo account; else the person chooses one by the code. */
export async function addPortalAccount(
  strapi: Platform['strapi'],
  trx: Knex.Transaction,
  given: { personId: string; tenantId: string; loginName: string; now: Date; password?: string },
): Promise<PortalCode> {
  if (await trx('up_users').where({ email: given.loginName }).first('id'))
    throw changeProblem('EMAIL_TAKEN', 'Địa chỉ thư này đã có tài khoản.', 'Expected a new address.', 'email');
  const role = await trx('up_roles').where({ type: 'authenticated' }).first('id');
  const user = await portalUsers(strapi).add({
    username: given.loginName,
    email: given.loginName,
    // Nobody knows it: the first one that works is the one that the person chooses.
    password: given.password ?? randomBytes(32).toString('base64url'),
    provider: 'local',
    confirmed: true,
    blocked: false,
    role: role.id,
  });
  const code = newCode();
  const expiresAt = new Date(given.now.getTime() + CODE_DAYS * 24 * 60 * 60 * 1000);
  await trx('procedures.portal_accounts').insert({
    person_id: given.personId,
    tenant_id: given.tenantId,
    user_id: user.id,
    login_name: given.loginName,
    code_hash: given.password ? null : hashOfCode(code),
    code_expires_at: given.password ? null : expiresAt,
    created_at: given.now,
  });
  return { loginName: given.loginName, code, address: '/cong/dat-mat-khau', expiresAt: expiresAt.toISOString() };
}

/** A new code for somebody who has lost the way in; whoever is signed in with the old password is signed out. */
export async function renewPortalCode(
  platform: Platform,
  actor: Actor,
  personId: string,
  body: Record<string, unknown>,
): Promise<PortalCode> {
  const now = platform.clock.now();
  const fields = new FormFields(body);
  const reason = fields.text('reason', 1000);
  return inTransaction(platform.strapi, async (trx) => {
    const { subject } = await loadPerson(trx, actor.tenantId, personId, now, true);
    requireAllowed(decide(actor, 'person.write', subject));
    fields.check();
    const account: PortalAccount | undefined = await trx('procedures.portal_accounts')
      .where({ person_id: personId, tenant_id: actor.tenantId })
      .whereNull('closed_at')
      .first();
    if (!account)
      throw changeProblem(
        'NO_PORTAL_ACCOUNT',
        'Người này không có tài khoản cổng.',
        'Expected an account of the portal.',
      );
    const code = newCode();
    const expiresAt = new Date(now.getTime() + CODE_DAYS * 24 * 60 * 60 * 1000);
    await trx('procedures.portal_accounts')
      .where({ person_id: personId })
      .update({
        code_hash: hashOfCode(code),
        code_expires_at: expiresAt,
        generation: account.generation + 1,
        failed: 0,
        locked_until: null,
      });
    await recordChange(trx, actor.tenantId, actor, now, {
      subjectType: 'person',
      subjectId: personId,
      personId,
      change: 'portal.code',
      before: null,
      after: { code: 'NEW' },
      reason,
    });
    return {
      loginName: account.login_name,
      code,
      address: '/cong/dat-mat-khau',
      expiresAt: expiresAt.toISOString(),
    };
  });
}

/** In the transaction that deactivates the person: nobody is signed in any more, and nobody can sign in again. */
export async function closePortalAccount(
  platform: Platform,
  trx: Knex.Transaction,
  personId: string,
  now: Date,
): Promise<void> {
  const account: PortalAccount | undefined = await trx('procedures.portal_accounts')
    .where({ person_id: personId })
    .first();
  if (!account) return;
  await trx('procedures.portal_accounts')
    .where({ person_id: personId })
    .update({ closed_at: now, code_hash: null, generation: account.generation + 1 });
  await portalUsers(platform.strapi).edit(account.user_id, { blocked: true });
}
