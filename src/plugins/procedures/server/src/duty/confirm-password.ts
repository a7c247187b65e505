// Owns the second confirmation of a signed act: the person types the password of the account again. So many wrong ones in
// a while and nobody may try for some time: an open desk is no place to guess.
import type { Core } from '@strapi/strapi';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';

const MOST_WRONG = 5;
const WITHIN_MS = 15 * 60 * 1000;

/** Throws unless `password` is that of the signed-in account. Call it outside a transaction: a wrong one stays counted. */
export async function confirmPassword(
  { strapi, knex, clock }: Pick<Platform, 'strapi' | 'knex' | 'clock'>,
  actor: Actor,
  password: unknown,
): Promise<void> {
  const now = clock.now();
  const since = new Date(now.getTime() - WITHIN_MS);
  const [{ n }] = await knex('procedures.confirmation_failures')
    .where({ person_id: actor.personId })
    .where('at', '>', since)
    .count('* as n');
  if (Number(n) >= MOST_WRONG) throw tooMany();
  if (typeof password === 'string' && password !== '' && (await matches(strapi, actor, password))) return;
  await knex('procedures.confirmation_failures').where({ person_id: actor.personId }).where('at', '<=', since).del();
  await knex('procedures.confirmation_failures').insert({ person_id: actor.personId, at: now });
  throw wrong();
}

async function matches(strapi: Core.Strapi, actor: Actor, password: string): Promise<boolean> {
  const account = await strapi.db.connection('admin_users').where({ id: actor.adminUserId }).first('password');
  if (!account?.password) return false;
  return strapi.service('admin::auth').validatePassword(password, account.password);
}

const wrong = () =>
  new ProblemError({
    code: 'PASSWORD_WRONG',
    status: 422,
    vi: 'Mật khẩu không đúng. Hãy nhập mật khẩu đăng nhập của chính bạn để ký xác nhận.',
    en: 'Expected the password of your own account, but it is another: type the one you sign in with.',
    detail: {
      problems: [{ path: 'password', vi: 'Mật khẩu không đúng.', en: 'The password is wrong.' }],
    },
  });

const tooMany = () =>
  new ProblemError({
    code: 'PASSWORD_TRIED_TOO_OFTEN',
    status: 429,
    vi: 'Đã nhập sai mật khẩu quá nhiều lần. Hãy đợi 15 phút rồi thử lại.',
    en: 'Expected the right password, but too many wrong ones were typed: wait 15 minutes and try again.',
  });
