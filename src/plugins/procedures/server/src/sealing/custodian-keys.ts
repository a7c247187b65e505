// Owns the life of a custodian's key: made and locked in the browser, kept here as nobody can use it, locked anew with
// another passphrase, revoked. No identity is ever left without a key in force that opens it.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Resealed } from '../../../shared/sealing-contract';
import { fingerprintOf, isPublicKey, type LockedKey, sealingReady } from '../../../shared/sealing-crypto';
import { writeAudit } from '../audit/write-audit';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { findKeyOfPerson, type KeyRow } from './key-of-person';
import { keysInForce } from './keys-in-force';
import { isLockedKey } from './locked-key';
import { uuidOf } from './request-rows';
import { insertResealed, resealedOf } from './reseal';

export async function addKey(platform: Platform, actor: Actor, body: Record<string, unknown>): Promise<string> {
  await sealingReady();
  if (!isPublicKey(body.publicKey) || !isLockedKey(body.locked)) throw keyRefused();
  const { publicKey, locked } = body;
  const id = randomUUID();
  const at = platform.clock.now();
  await inTransaction(platform.strapi, async (trx) => {
    const current = await findKeyOfPerson(trx, actor.personId);
    const replaces = (body.replaces ?? null) as { keyId?: unknown; resealed?: unknown } | null;
    if (current && replaces?.keyId !== current.id) throw hasKey();
    if (current) await trx('procedures.custodian_keys').where({ id: current.id }).update(revoked(actor, at));
    await trx('procedures.custodian_keys').insert({
      id,
      tenant_id: actor.tenantId,
      person_id: actor.personId,
      public_key: publicKey,
      fingerprint: fingerprintOf(publicKey),
      locked_private_key: JSON.stringify(locked satisfies LockedKey),
      created_at: at,
    });
    if (current) await moveTo(trx, current.id, id, resealedOf(replaces?.resealed), actor, at);
    await audit(trx, actor, at, 'custodianKey.create', id, { replaces: current?.id ?? null });
  });
  return id;
}

/** Everything that the old key opens goes over to the new one, or nothing changes. */
async function moveTo(trx: Knex.Transaction, from: string, to: string, given: Resealed[], actor: Actor, at: Date) {
  const held: string[] = await trx('procedures.sealed_content_keys').where({ key_id: from }).pluck('identity_id');
  const missing = held.filter((identity) => !given.some((one) => one.identityId === identity));
  if (missing.length > 0) throw notAllResealed(missing.length);
  const rows = given.filter((one) => held.includes(one.identityId)).map((one) => ({ ...one, keyId: to }));
  await insertResealed(trx, rows, actor.personId, at);
  await trx('procedures.sealed_content_keys').where({ key_id: from }).delete();
}

export async function changePassphrase(platform: Platform, actor: Actor, id: string, locked: unknown): Promise<void> {
  if (!isLockedKey(locked)) throw keyRefused();
  await inTransaction(platform.strapi, async (trx) => {
    const key = await loadKey(trx, actor, id);
    if (key.person_id !== actor.personId || key.revoked_at) requireAllowed(NOT_FOUND);
    await trx('procedures.custodian_keys')
      .where({ id: key.id })
      .update({ locked_private_key: JSON.stringify(locked) });
    await audit(trx, actor, platform.clock.now(), 'custodianKey.passphrase', key.id, {});
  });
}

/** Any custodian may revoke a key, also a colleague's who cannot: what is lost or stolen cannot wait. */
export async function revokeKey(platform: Platform, actor: Actor, id: string): Promise<void> {
  await inTransaction(platform.strapi, async (trx) => {
    const at = platform.clock.now();
    const key = await loadKey(trx, actor, id);
    if (key.revoked_at) throw alreadyRevoked();
    const others = (await keysInForce(trx, actor.tenantId, at)).filter((one) => one.id !== key.id);
    if (others.length === 0) throw lastKey();
    const alone = await trx('procedures.sealed_content_keys as held')
      .where('held.key_id', key.id)
      .whereNotExists((other) =>
        other
          .from('procedures.sealed_content_keys as other')
          .whereRaw('other.identity_id = held.identity_id')
          .whereIn(
            'other.key_id',
            others.map((one) => one.id),
          ),
      )
      .count('* as count')
      .first();
    if (Number(alone?.count) > 0) throw onlyHolder(Number(alone?.count));
    await trx('procedures.custodian_keys').where({ id: key.id }).update(revoked(actor, at));
    // Whoever has stolen the key finds nothing here that it opens.
    await trx('procedures.sealed_content_keys').where({ key_id: key.id }).delete();
    await audit(trx, actor, at, 'custodianKey.revoke', key.id, { owner: key.person_id });
  });
}

async function loadKey(trx: Knex.Transaction, actor: Actor, id: string): Promise<KeyRow> {
  const key: KeyRow | undefined = await trx('procedures.custodian_keys')
    .where({ id: uuidOf(id), tenant_id: actor.tenantId })
    .forUpdate()
    .first();
  if (!key) throw requireAllowed(NOT_FOUND);
  return key;
}

const revoked = (actor: Actor, at: Date) => ({ revoked_at: at, revoked_by: actor.personId });

const audit = (
  trx: Knex.Transaction,
  actor: Actor,
  at: Date,
  action: string,
  id: string,
  detail: Record<string, string | null>,
) =>
  writeAudit(trx, { tenantId: actor.tenantId, at, actor, action, subjectType: 'custodianKey', subjectId: id, detail });

const keyRefused = () =>
  new ProblemError({
    code: 'KEY_REFUSED',
    status: 422,
    vi: 'Cần khóa công khai và khóa riêng đã khóa bằng mật khẩu, nhưng không đọc được. Hãy tải lại trang rồi tạo lại.',
    en: 'Expected a public key and the private key locked with a passphrase, but they cannot be read. Reload the page and try again.',
  });
const hasKey = () =>
  new ProblemError({
    code: 'KEY_EXISTS',
    status: 409,
    vi: 'Bạn đã có khóa còn hiệu lực. Hãy dùng "Thay khóa", hoặc thu hồi khóa cũ trước.',
    en: 'Expected you to have no key in force, but you have one. Replace it, or revoke it first.',
  });
const notAllResealed = (count: number) =>
  new ProblemError({
    code: 'IDENTITIES_NOT_RESEALED',
    status: 409,
    vi: `Còn ${count} danh tính chưa được niêm phong lại bằng khóa mới nên chưa thay khóa. Hãy tải lại trang rồi thử lại.`,
    en: `Expected every identity to be sealed again to the new key, but ${count} are not. Reload the page and try again.`,
  });
const alreadyRevoked = () =>
  new ProblemError({
    code: 'KEY_REVOKED',
    status: 409,
    vi: 'Khóa này đã được thu hồi trước đó. Hãy tải lại trang.',
    en: 'Expected a key in force, but it was revoked before. Reload the page.',
  });
const lastKey = () =>
  new ProblemError({
    code: 'LAST_KEY',
    status: 409,
    vi: 'Đây là khóa duy nhất còn hiệu lực: thu hồi thì không ai mở được danh tính nào nữa. Hãy để người giữ khóa khác tạo khóa và niêm phong lại trước, hoặc dùng "Thay khóa".',
    en: 'Expected another key in force, but this is the only one: nobody could open anything. Let another custodian make a key and seal again first, or replace this one.',
  });
const onlyHolder = (count: number) =>
  new ProblemError({
    code: 'ONLY_HOLDER',
    status: 409,
    vi: `Còn ${count} danh tính chỉ khóa này mở được. Hãy niêm phong lại cho người giữ khóa khác trước khi thu hồi.`,
    en: `Expected every identity to be held by another key too, but ${count} are not. Seal them again for another custodian first.`,
  });
