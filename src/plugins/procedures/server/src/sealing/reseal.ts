// Owns the sealing of what one custodian holds for another who came later: the holder's browser opens each content key
// and seals it to the other's public key.
import type { Knex } from 'knex';
import type { Resealed, ToReseal } from '../../../shared/sealing-contract';
import { isSealedKey, sealingReady } from '../../../shared/sealing-crypto';
import { writeAudit } from '../audit/write-audit';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { keyOfPerson } from './key-of-person';
import { keysInForce, mayHold, withinOf } from './keys-in-force';

type ResealedFor = Resealed & { keyId: string };

/** `all`: whatever the actor holds (to replace the own key); else only what other keys in force lack. */
export async function toReseal(platform: Platform, actor: Actor, all: boolean): Promise<ToReseal[]> {
  const { knex } = platform;
  const own = await keyOfPerson(knex, actor.personId);
  const others = (await keysInForce(knex, actor.tenantId, platform.clock.now())).filter((key) => key.id !== own.id);
  const held: HeldRow[] = await heldBy(knex, own.id);
  const known: { identity_id: string; key_id: string }[] = await knex('procedures.sealed_content_keys')
    .whereIn(
      'key_id',
      others.map((key) => key.id),
    )
    .select('identity_id', 'key_id');
  const has = new Set(known.map((row) => `${row.identity_id} ${row.key_id}`));
  return held
    .map((row) => ({
      identityId: row.identity_id,
      sealedKey: row.sealed_key,
      targets: others
        .filter((key) => mayHold(key, withinOf(row)) && !has.has(`${row.identity_id} ${key.id}`))
        .map((key) => ({ keyId: key.id, publicKey: key.publicKey })),
    }))
    .filter((row) => all || row.targets.length > 0);
}

interface HeldRow {
  identity_id: string;
  sealed_key: string;
  restricted: boolean;
  participating_units: string[];
}

const heldBy = (knex: Knex, keyId: string): Promise<HeldRow[]> =>
  knex('procedures.sealed_content_keys as held')
    .join('procedures.sealed_identities as identity', 'identity.id', 'held.identity_id')
    .join('procedures.cases as one', 'one.id', 'identity.case_id')
    .where('held.key_id', keyId)
    .select('held.identity_id', 'held.sealed_key', 'one.restricted', 'one.participating_units');

export async function reseal(platform: Platform, actor: Actor, given: unknown): Promise<number> {
  await sealingReady();
  const rows = resealedOf(given).flatMap((row) => (row.keyId ? [{ ...row, keyId: row.keyId }] : []));
  return inTransaction(platform.strapi, async (trx) => {
    const at = platform.clock.now();
    const own = await keyOfPerson(trx, actor.personId);
    const inForce = await keysInForce(trx, actor.tenantId, at);
    const stray = rows.find((row) => !inForce.some((key) => key.id === row.keyId));
    if (stray) throw notInForce();
    const held = await heldBy(trx, own.id);
    // Only who holds a content key can have sealed it to somebody else, and only to somebody who may know of the case.
    const accepted = rows.filter((row) => {
      const key = inForce.find((one) => one.id === row.keyId);
      const identity = held.find((one) => one.identity_id === row.identityId);
      return key && identity && mayHold(key, withinOf(identity));
    });
    await insertResealed(trx, accepted, actor.personId, at);
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at,
      actor,
      action: 'identity.reseal',
      subjectType: 'custodianKey',
      subjectId: own.id,
      detail: { identities: accepted.length, keys: [...new Set(accepted.map((row) => row.keyId))] },
    });
    return accepted.length;
  });
}

export async function insertResealed(
  trx: Knex.Transaction,
  rows: readonly ResealedFor[],
  personId: string,
  at: Date,
): Promise<void> {
  for (let from = 0; from < rows.length; from += 500) {
    await trx('procedures.sealed_content_keys')
      .insert(
        rows.slice(from, from + 500).map((row) => ({
          identity_id: row.identityId,
          key_id: row.keyId,
          sealed_key: row.sealedKey,
          sealed_at: at,
          sealed_by: personId,
        })),
      )
      .onConflict(['identity_id', 'key_id'])
      .ignore();
  }
}

/** What can be read of a list that a browser sent; anything else is dropped, and the count tells. */
export function resealedOf(given: unknown): (Resealed & { keyId?: string })[] {
  return (Array.isArray(given) ? given : []).filter(
    (row): row is Resealed & { keyId?: string } =>
      row &&
      typeof row.identityId === 'string' &&
      isSealedKey(row.sealedKey) &&
      (row.keyId === undefined || typeof row.keyId === 'string'),
  );
}

const notInForce = () =>
  new ProblemError({
    code: 'KEY_NOT_IN_FORCE',
    status: 409,
    vi: 'Không thể niêm phong cho khóa đã thu hồi hoặc của người không còn giữ khóa. Hãy tải lại trang.',
    en: 'Expected a key in force, but it was revoked or its holder is no custodian any more. Reload the page.',
  });
