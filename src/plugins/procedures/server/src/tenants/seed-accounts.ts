// Owns giving every seeded person without an account one, with a random password that is kept in a file of the owner's.
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { addPortalAccount } from '../portal/portal-account';
import { systemClock } from '../time/clock';
import { type DemoAccount, keepDemoAccounts } from './demo-accounts-file';
import { ensureRoles } from './ensure-roles';
import { randomPassword } from './random-password';
import { personId } from './stable-id';
import type { SeedPerson, TenantSeed } from './tenant-seed';

/** Runs the server and assigns roles; has no place in any tenant, so sees no work at all. */
export interface Operator {
  email: string;
  fullName: string;
}
interface Wanted {
  account: DemoAccount;
  fullName: string;
  role: string;
  person: { id: string; tenantId: string } | null;
}
const PORTAL_ROLE = 'portal';

interface UserService {
  create(user: object): Promise<{ id: number }>;
}

export interface SeededAccounts {
  created: readonly DemoAccount[];
  file: string | null;
}

/**
 * Call after Strapi's own bootstrap, which makes its default roles only while there are none. The file is written
 * before the accounts, so that a crash between never leaves an account whose password nobody knows.
 */
export async function seedAccounts(
  strapi: Core.Strapi,
  seeds: readonly TenantSeed[],
  options: { dataDir: string; operator: Operator },
): Promise<SeededAccounts> {
  const knex: Knex = strapi.db.connection;
  const roles = await ensureRoles(strapi);
  const wanted: Wanted[] = [];
  for (const each of await wantedAccounts(knex, seeds, options.operator)) {
    const user = await knex('admin_users').where({ email: each.account.email }).first('id');
    if (!user) wanted.push(each);
    else if (each.person) await link(knex, each.person.id, user.id);
  }
  if (wanted.length === 0) return { created: [], file: null };

  const created = wanted.map((each) => each.account);
  const file = await keepDemoAccounts(options.dataDir, created);
  const users = strapi.service('admin::user') as unknown as UserService;
  for (const { account, fullName, role, person } of wanted) {
    if (role === PORTAL_ROLE && person) {
      const { email: loginName, password } = account;
      await knex.transaction((trx) =>
        addPortalAccount(strapi, trx, {
          personId: person.id,
          tenantId: person.tenantId,
          loginName,
          password,
          now: systemClock.now(),
        }),
      );
      continue;
    }
    const roleId = roles.get(role);
    if (roleId === undefined)
      throw new Error(`Expected the role "${role}" of ${account.email} to exist, but it does not`);
    const user = await users.create({
      email: account.email,
      firstname: fullName,
      lastname: account.tenantName,
      password: account.password,
      isActive: true,
      registrationToken: null,
      preferedLanguage: 'vi',
      roles: [roleId],
    });
    if (person) await link(knex, person.id, user.id);
  }
  return { created, file };
}

async function wantedAccounts(knex: Knex, seeds: readonly TenantSeed[], operator: Operator): Promise<Wanted[]> {
  const wanted: Wanted[] = [];
  for (const seed of seeds) {
    // Demo accounts are for demo tenants only, whatever the seed file says about the people.
    const tenant = await knex('procedures.tenants').where({ id: seed.tenant.id, demo: true }).first('id');
    if (!tenant) continue;
    const unlinked: string[] = await knex('procedures.people')
      .where({ tenant_id: seed.tenant.id, active: true })
      .whereNull('admin_user_id')
      .whereNotIn('id', knex('procedures.portal_accounts').select('person_id'))
      .pluck('id');
    for (const person of seed.people) {
      const id = personId(seed.tenant.id, person.email);
      if (!unlinked.includes(id)) continue;
      wanted.push({
        account: accountOf(person, seed.tenant.name),
        fullName: person.fullName,
        role: person.adminRole,
        person: { id, tenantId: seed.tenant.id },
      });
    }
  }
  if (wanted.length > 0) {
    const account = {
      email: operator.email,
      password: randomPassword(),
      tenantName: '-',
      positions: operator.fullName,
    };
    wanted.push({ account, fullName: operator.fullName, role: 'strapi-super-admin', person: null });
  }
  return wanted;
}

const accountOf = (person: SeedPerson, tenantName: string): DemoAccount => ({
  email: person.email,
  password: randomPassword(),
  tenantName,
  positions: person.positions.map((position) => position.title).join(', ') || person.adminRole,
});

const link = (knex: Knex, person: string, adminUserId: number) =>
  knex('procedures.people').where({ id: person }).whereNull('admin_user_id').update({ admin_user_id: adminUserId });
