// Owns "the same call again does nothing twice": an answer that was given for a key is given again. A key whose work
// died half-way is worked on again, under the ids derived from it, which is safe.
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { canonicalJson } from '../audit/canonical-json';
import type { Platform } from '../runtime/platform';
import { keyNeeded, keyReused } from './problems';

const KEY = /^[\x21-\x7e]{8,200}$/;
const KEPT_DAYS = 30;

export interface Answered {
  body: unknown;
  /** Whether it was given before. */
  replayed: boolean;
}

export async function onceFor(
  platform: Platform,
  tokenId: string,
  key: string | undefined,
  request: unknown,
  work: (key: string) => Promise<unknown>,
  /** Whether what was answered is still there to go on with; what is not is done anew. */
  stands: (answered: unknown) => Promise<boolean> = async () => true,
): Promise<Answered> {
  if (!key || !KEY.test(key)) throw keyNeeded();
  const requestHash = createHash('sha256').update(canonicalJson(request)).digest('hex');
  const kept = await remember(platform, tokenId, key, requestHash);
  if (kept.request_hash !== requestHash) throw keyReused();
  if (kept.status !== null && (await stands(kept.response))) return { body: kept.response, replayed: true };
  try {
    const body = await work(key);
    await rows(platform.knex, tokenId, key).update({ status: 200, response: JSON.stringify(body) });
    return { body, replayed: false };
  } catch (error) {
    // Nothing was done: the key may be used for the mended request.
    await rows(platform.knex, tokenId, key).whereNull('status').delete();
    throw error;
  }
}

interface KeptKey {
  request_hash: string;
  status: number | null;
  response: unknown;
}

async function remember(platform: Platform, tokenId: string, key: string, requestHash: string): Promise<KeptKey> {
  await platform
    .knex('procedures.idempotency_keys')
    .insert({ token_id: tokenId, key, request_hash: requestHash, created_at: platform.clock.now() })
    .onConflict(['token_id', 'key'])
    .ignore();
  const kept: KeptKey | undefined = await rows(platform.knex, tokenId, key).first();
  // Another call with this key failed between the two statements and took the row away.
  return kept ?? remember(platform, tokenId, key, requestHash);
}

const rows = (knex: Knex, tokenId: string, key: string): Knex.QueryBuilder =>
  knex('procedures.idempotency_keys').where({ token_id: tokenId, key });

/** A housekeeping look: keys are kept for a month. */
export async function forgetOldKeys({ knex, clock }: Platform): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000);
  await knex('procedures.idempotency_keys').where('created_at', '<', before).delete();
}
