// Owns how a unit of work runs: on Strapi's own connection, so that documents and platform rows commit together.
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/** What each running transaction still does before its commit. */
const endings = new WeakMap<Knex.Transaction, (() => Promise<unknown>)[]>();

/**
 * Runs `work` in one transaction; documents written inside it take part. Throws what `work` throws, rolled back.
 *
 * When the connection is lost during COMMIT, knex resolves `commit()`, which is what Strapi waits for, and tells the
 * failure only to `executionPromise`: an act would be acknowledged that no table knows. So that one is waited for too.
 */
export async function inTransaction<T>(strapi: Core.Strapi, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
  // Inside another one the outermost commits, and waits.
  if (strapi.db.inTransaction()) return strapi.db.transaction(({ trx }) => work(trx as Knex.Transaction)) as Promise<T>;
  let committed: Promise<unknown> | undefined;
  const result = (await strapi.db.transaction(async ({ trx }) => {
    const own = trx as Knex.Transaction;
    committed = own.executionPromise;
    // Its rejection is heard even where `work` throws first.
    committed.catch(() => undefined);
    const last: (() => Promise<unknown>)[] = [];
    endings.set(own, last);
    const done = await work(own);
    for (const ending of last) await ending();
    return done;
  })) as T;
  await committed;
  return result;
}

/** Runs `ending` in the transaction after everything else; at once where the transaction was not begun here. */
export async function beforeCommit(trx: Knex.Transaction, ending: () => Promise<unknown>): Promise<void> {
  const last = endings.get(trx);
  if (last) last.push(ending);
  else await ending();
}
