// A real PostgreSQL with the platform's tables and the two tables of Strapi that say who holds which admin role.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { knex as connect, type Knex } from 'knex';

export interface TestDatabase {
  knex: Knex;
  stop(): Promise<void>;
}

const root = path.resolve(__dirname, '../../..');

export async function startDatabase(): Promise<TestDatabase> {
  const holder = spawn(process.execPath, [path.join(__dirname, 'hold-database.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => holder.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    holder.once('exit', (code) => reject(new Error(`Expected a database, but its process ended with ${code}`)));
    let output = '';
    holder.stdout.on('data', (chunk) => {
      output += chunk;
      const found = /DATABASE_URL=(.+)\n/.exec(output)?.[1];
      if (found) resolve(found);
    });
  });
  const knex = connect({ client: 'pg', connection: url, pool: { min: 0, max: 12 } });
  const migrations = path.join(root, 'database/migrations');
  for (const file of readdirSync(migrations).sort()) {
    await knex.raw(readFileSync(path.join(migrations, file), 'utf8'));
  }
  await knex.raw(`
    create table admin_roles (id serial primary key, code text);
    create table admin_users_roles_lnk (id serial primary key, user_id integer, role_id integer)`);
  return {
    knex,
    async stop() {
      await knex.destroy();
      holder.stdin.end();
      await ended;
    },
  };
}
