/** Owns the third promise: the projection is what its log says, and every audit chain holds. */
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..', '..');
const require = createRequire(path.join(root, 'package.json'));
const server = path.join(root, 'dist/src/plugins/procedures/server/src');
const TRIES = 5;

/** @param {import('pg').Pool} pool @returns {Promise<string[]>} */
export async function checkProjection(pool) {
  const { rebuildProjection } = require(path.join(server, 'records/rebuild-projection.js'));
  for (let n = 1; ; n += 1) {
    const before = await projectionOf(pool);
    await rebuildProjection(pool);
    const after = await projectionOf(pool);
    // The application is running: a record that came in between belongs to one of the two only.
    if (before.records !== after.records) {
      if (n < TRIES) continue;
      return [`the log was still growing at look ${n}: ${before.records} records became ${after.records}`];
    }
    return Object.keys(after.tables)
      .filter((table) => before.tables[table] !== after.tables[table])
      .map(
        (table) => `table ${table} is not what its records say: ${before.tables[table]} became ${after.tables[table]}`,
      );
  }
}

/** Of one moment: what is committed between two queries would be in the tables and not in the count. */
async function projectionOf(pool) {
  const client = await pool.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    return await digestOf(client);
  } finally {
    await client.query('rollback').finally(() => client.release());
  }
}

async function digestOf(client) {
  const { PROJECTED_TABLES } = require(path.join(server, 'records/projection/project-record.js'));
  const tables = {};
  const { rows } = await client.query('select count(*) from procedures.engine_records');
  for (const { name } of PROJECTED_TABLES) {
    const digest = await client.query(
      `select count(*) || ' rows ' || coalesce(md5(string_agg(row, chr(10) order by row)), '') as digest
         from (select to_jsonb(t)::text as row from procedures.${name} t) rows`,
    );
    tables[name] = digest.rows[0].digest;
  }
  return { records: rows[0].count, tables };
}

/** @param {string} databaseUrl @param {import('pg').Pool} pool @returns {Promise<string[]>} */
export async function checkAudit(databaseUrl, pool) {
  const { verifyAudit } = require(path.join(server, 'audit/verify-audit.js'));
  const knex = require('knex').knex({ client: 'pg', connection: databaseUrl, pool: { min: 0, max: 1 } });
  try {
    const { rows } = await pool.query('select id from procedures.tenants order by id');
    const problems = [];
    for (const { id } of rows) {
      const verified = await verifyAudit(knex, id);
      if (!verified.ok)
        problems.push(`the audit chain of ${id} is broken at ${verified.brokenSeq}: ${verified.reason}`);
    }
    return problems;
  } finally {
    await knex.destroy();
  }
}
