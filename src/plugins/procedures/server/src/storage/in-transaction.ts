// Owns how a unit of work runs: on Strapi's own connection, so that documents and platform rows commit together.
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/** Runs `work` in one transaction; documents written inside it take part. Throws what `work` throws, rolled back. */
export async function inTransaction<T>(strapi: Core.Strapi, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
  return strapi.db.transaction(async ({ trx }) => work(trx as Knex.Transaction)) as Promise<T>;
}
