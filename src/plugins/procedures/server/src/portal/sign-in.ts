// Owns signing in to the portal and choosing a password. Every failure reads the same and takes the same work; after five in
// a row the account rests for a quarter of an hour, whatever is tried then.
import { timingSafeEqual } from 'node:crypto';
import { writeAudit } from '../audit/write-audit';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { AddressLimit } from './address-limit';
import { hashOfCode, type PortalAccount, portalUsers } from './portal-account';

const FAILURES = 5;
const LOCKED_MS = 15 * 60 * 1000;
const TRIES_AN_HOUR = 60;
const SHORTEST_PASSWORD = 10;
/** Of no password: what an unknown name is compared with, so that it takes as long as a known one. */
const NOBODY = '$2b$10$CwTycUXWue0Thq9StjUM0uJ8qNqN0kqQmY3R6mQ7rjVQyqj1dC6aK';
const tries = new AddressLimit();

interface Passwords {
  validatePassword(password: string, hash: string): Promise<boolean>;
}

export async function signIn(
  platform: Platform,
  from: string,
  loginName: string,
  password: string,
): Promise<PortalAccount> {
  return attempt(platform, from, loginName, async (account) => {
    const user = account
      ? await platform.knex('up_users').where({ id: account.user_id }).first('password', 'blocked')
      : undefined;
    const passwords = platform.strapi.plugin('users-permissions').service('user') as unknown as Passwords;
    // bcrypt reads no more than 72 bytes: what is longer is no password of ours.
    const given = Buffer.byteLength(password) <= 72 ? password : '';
    return (await passwords.validatePassword(given, user?.password ?? NOBODY)) && user?.blocked === false;
  });
}

export async function choosePassword(
  platform: Platform,
  from: string,
  loginName: string,
  code: string,
  password: string,
): Promise<PortalAccount> {
  if ([...password].length < SHORTEST_PASSWORD || Buffer.byteLength(password) > 72) throw passwordTooShort();
  const account = await attempt(platform, from, loginName, async (found) => {
    const expected = Buffer.from(found?.code_hash ?? hashOfCode(''), 'hex');
    const isSame = timingSafeEqual(Buffer.from(hashOfCode(code), 'hex'), expected);
    const isInTime = (found?.code_expires_at ?? new Date(0)) > platform.clock.now();
    return isSame && found?.code_hash != null && isInTime;
  });
  const at = platform.clock.now();
  const generation = account.generation + 1;
  await inTransaction(platform.strapi, async (trx) => {
    const used = await trx('procedures.portal_accounts')
      .where({ person_id: account.person_id, code_hash: account.code_hash })
      .update({ code_hash: null, code_expires_at: null, generation });
    if (used === 0) throw notSignedIn();
    await portalUsers(platform.strapi).edit(account.user_id, { password });
    await audit(trx, account, at, 'portal.password');
  });
  return { ...account, generation };
}

/** Whoever is signed in anywhere with this account is signed out. */
export async function signOut(platform: Platform, account: PortalAccount): Promise<void> {
  await platform
    .knex('procedures.portal_accounts')
    .where({ person_id: account.person_id })
    .update({ generation: account.generation + 1 });
}

async function attempt(
  platform: Platform,
  from: string,
  loginName: string,
  isRight: (account: PortalAccount | undefined) => Promise<boolean>,
): Promise<PortalAccount> {
  if (!tries.take(from, TRIES_AN_HOUR)) throw notSignedIn();
  const accounts = () => platform.knex('procedures.portal_accounts').where({ login_name: loginName.toLowerCase() });
  const account: PortalAccount | undefined = await accounts().whereNull('closed_at').first();
  const now = platform.clock.now();
  const right = await isRight(account);
  if (!account) throw notSignedIn();
  if (account.locked_until && account.locked_until > now) throw notSignedIn();
  if (!right) {
    // Counted by the database, so that many tries at one moment are as many.
    const [{ failed }] = await accounts().increment('failed', 1).returning('failed');
    if (failed >= FAILURES) await accounts().update({ failed: 0, locked_until: new Date(now.getTime() + LOCKED_MS) });
    throw notSignedIn();
  }
  await inTransaction(platform.strapi, async (trx) => {
    await trx('procedures.portal_accounts')
      .where({ person_id: account.person_id })
      .update({ failed: 0, locked_until: null });
    await audit(trx, account, now, 'portal.signIn');
  });
  return account;
}

const audit = (trx: Parameters<typeof writeAudit>[0], account: PortalAccount, at: Date, action: string) =>
  writeAudit(trx, {
    tenantId: account.tenant_id,
    at,
    actor: { personId: account.person_id },
    action,
    subjectType: 'person',
    subjectId: account.person_id,
  });

const notSignedIn = () =>
  new ProblemError({
    code: 'SIGN_IN_REFUSED',
    status: 422,
    vi: 'Chưa đăng nhập được: tên, mật khẩu hoặc mã không đúng, đã hết hạn, hoặc đã thử sai nhiều lần. Hãy thử lại sau 15 phút hoặc hỏi người quản trị.',
    en: 'Not signed in: the name, password or code is wrong or has ended, or there were too many tries. Try again in 15 minutes, or ask the administrator.',
  });

const passwordTooShort = () =>
  new ProblemError({
    code: 'PASSWORD_TOO_SHORT',
    status: 422,
    vi: `Mật khẩu cần ít nhất ${SHORTEST_PASSWORD} ký tự và không quá dài. Một câu ngắn dễ nhớ là tốt nhất.`,
    en: `Expected a password of at least ${SHORTEST_PASSWORD} characters, not too long. A short sentence is best.`,
  });
