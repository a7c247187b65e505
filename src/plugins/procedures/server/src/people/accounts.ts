// Owns accounts: made through Strapi's own user service, with an invitation or a one-time password that is shown once
// and kept nowhere; closed at once, with everything open given back or handed over.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { AccountRole, AddPersonAnswer } from '../../../shared/people-contract';
import { ADMINISTRATOR_ROLE, AUDITOR_ROLE, STAFF_ROLE } from '../policy/actions';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { addPortalAccount, closePortalAccount } from '../portal/portal-account';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { randomPassword } from '../tenants/random-password';
import { changeProblem } from './change-problem';
import { FormFields } from './form-fields';
import { loadPerson } from './load-subject';
import { moveTasks } from './move-tasks';
import { recordChange } from './record-change';
import { returnTasks } from './return-tasks';

/** Roles of the panel; an account of the portal has none. */
const ROLE_CODES: Readonly<Record<PanelRole, string>> = {
  staff: STAFF_ROLE,
  administrator: ADMINISTRATOR_ROLE,
  auditor: AUDITOR_ROLE,
};
type PanelRole = Exclude<AccountRole, 'portal'>;
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,180}\.[^\s@]{2,}$/;

interface UserService {
  create(user: object): Promise<{ id: number; registrationToken: string | null }>;
  updateById(id: number, user: object): Promise<unknown>;
}
const userService = (platform: Platform) => platform.strapi.service('admin::user') as unknown as UserService;

/** `hasPortal`: an account of the portal, which no role of the panel says. */
export const accountRoleOf = (codes: readonly string[], hasPortal = false): AccountRole | null =>
  (Object.keys(ROLE_CODES) as PanelRole[]).find((role) => codes.includes(ROLE_CODES[role])) ??
  (hasPortal ? 'portal' : null);

export async function addPerson(
  platform: Platform,
  actor: Actor,
  body: Record<string, unknown>,
): Promise<AddPersonAnswer> {
  requireAllowed(decide(actor, 'people.write', { tenantId: actor.tenantId }));
  const fields = new FormFields(body);
  const fullName = fields.text('fullName', 120);
  const email = fields.text('email', 254).toLowerCase();
  const role = fields.oneOf<AccountRole>('role', ['staff', 'portal', 'administrator', 'auditor']);
  const method = fields.oneOf('method', ['INVITATION', 'PASSWORD'] as const);
  const reason = fields.text('reason', 1000);
  if (email && !EMAIL.test(email)) fields.fault('email', 'Cần địa chỉ thư hợp lệ', 'Expected an e-mail address');
  fields.check();
  if (role === 'portal') return addPortalPerson(platform, actor, { fullName, email, reason });
  const password = method === 'PASSWORD' ? randomPassword() : null;
  return inTransaction(platform.strapi, async (trx) => {
    if (await trx('admin_users').where({ email }).first('id'))
      throw changeProblem('EMAIL_TAKEN', 'Địa chỉ thư này đã có tài khoản.', 'Expected a new address.', 'email');
    const roleId = (await trx('admin_roles').where({ code: ROLE_CODES[role] }).first('id'))?.id;
    const tenant = await trx('procedures.tenants').where({ id: actor.tenantId }).first('name');
    const user = await userService(platform).create({
      email,
      firstname: fullName,
      lastname: tenant.name,
      preferedLanguage: 'vi',
      roles: [roleId],
      // Without a password Strapi makes the token of an invitation, by which the person chooses one.
      ...(password ? { password, isActive: true, registrationToken: null } : { isActive: false }),
    });
    const id = randomUUID();
    await trx('procedures.people').insert({
      id,
      tenant_id: actor.tenantId,
      admin_user_id: user.id,
      full_name: fullName,
    });
    await recordChange(trx, actor.tenantId, actor, platform.clock.now(), {
      subjectType: 'person',
      subjectId: id,
      personId: id,
      change: 'person.add',
      before: null,
      after: { full_name: fullName, role },
      reason,
    });
    const invitationPath = password ? null : `/admin/auth/register?registrationToken=${user.registrationToken}`;
    return { id, invitationPath, password, portal: null };
  });
}

/** Somebody who hands things over from outside the panel; the way in is a code, whatever the form says. */
async function addPortalPerson(
  platform: Platform,
  actor: Actor,
  given: { fullName: string; email: string; reason: string },
): Promise<AddPersonAnswer> {
  const { tenantId } = actor;
  const now = platform.clock.now();
  const id = randomUUID();
  return inTransaction(platform.strapi, async (trx) => {
    await trx('procedures.people').insert({ id, tenant_id: tenantId, full_name: given.fullName });
    const account = { personId: id, tenantId, loginName: given.email, now };
    const portal = await addPortalAccount(platform.strapi, trx, account);
    await recordChange(trx, tenantId, actor, now, {
      subjectType: 'person',
      subjectId: id,
      personId: id,
      change: 'person.add',
      before: null,
      after: { full_name: given.fullName, role: 'portal' },
      reason: given.reason,
    });
    return { id, invitationPath: null, password: null, portal };
  });
}

/** The account is closed at once; positions end; open tasks go to `handTo` where that person may do them, else back. */
export async function deactivatePerson(
  platform: Platform,
  actor: Actor,
  id: string,
  body: Record<string, unknown>,
): Promise<{ moved: number; returned: number }> {
  const now = platform.clock.now();
  const fields = new FormFields(body);
  const reason = fields.text('reason', 1000);
  const handTo = fields.optionalId('handTo');
  return inTransaction(platform.strapi, async (trx) => {
    const { person, subject } = await loadPerson(trx, actor.tenantId, id, now, true);
    requireAllowed(decide(actor, 'person.write', subject));
    fields.check();
    if (!person.active)
      throw changeProblem('PERSON_NOT_ACTIVE', 'Người này đã nghỉ.', 'Expected an active person, but this one is not.');
    const moved = handTo ? await moveTasks(platform, trx, actor, { from: id, spreadTo: [handTo] }) : { moved: 0 };
    if (person.admin_user_id !== null)
      await userService(platform).updateById(person.admin_user_id, { isActive: false });
    await closePortalAccount(platform, trx, id, now);
    await trx('procedures.people').where({ id }).update({ active: false, deactivated_at: now });
    await endPositions(trx, id, now);
    const returned = await returnTasks(platform, trx, actor.tenantId, actor);
    await recordChange(trx, actor.tenantId, actor, now, {
      subjectType: 'person',
      subjectId: id,
      personId: id,
      change: 'person.deactivate',
      before: { active: true },
      after: { active: false, moved: moved.moved, returned },
      reason,
    });
    return { moved: moved.moved, returned };
  });
}

/** Those that have not begun never will. */
async function endPositions(trx: Knex.Transaction, personId: string, now: Date): Promise<void> {
  await trx('procedures.positions')
    .where({ person_id: personId })
    .where((open) => open.whereNull('valid_to').orWhere('valid_to', '>', now))
    .update({ valid_to: trx.raw('greatest(valid_from, ?::timestamptz)', [now]) });
}
