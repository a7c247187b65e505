// A database connection that is lost at the worst moment: in the middle, at the commit, while it is opened. On a real
// PostgreSQL, which ends the connection itself.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { knex as connect, type Knex } from 'knex';
import { poolTransaction } from '../../../src/plugins/procedures/server/src/records/pool-transaction';
import { inTransaction } from '../../../src/plugins/procedures/server/src/storage/in-transaction';
import {
  isLostConnection,
  surviveLostConnections,
} from '../../../src/plugins/procedures/server/src/storage/lost-connections';
import { startTestServices, type TestServices } from '../records/services';

const { Database } = jest.requireActual<typeof import('@strapi/database')>('@strapi/database');

let services: TestServices;
let strapi: Core.Strapi;
const warnings: string[] = [];

beforeAll(async () => {
  services = await startTestServices();
  await services.pool.query('create table written (what text)');
  const db = new Database({
    connection: {
      client: 'postgres',
      connection: { connectionString: services.env.DATABASE_URL, schema: 'public' },
      pool: { min: 0, max: 4 },
    },
    settings: { migrations: { dir: mkdtempSync(path.join(tmpdir(), 'procedures-no-migrations-')) } },
  } as unknown as ConstructorParameters<typeof Database>[0]);
  strapi = { db, log: { warn: (line: string) => void warnings.push(line) } } as unknown as Core.Strapi;
});
afterAll(async () => {
  await (strapi?.db.connection as unknown as Knex | undefined)?.destroy();
  await services?.stop();
});

const written = async (what: string) =>
  (await services.pool.query('select from written where what = $1', [what])).rowCount;
const end = (pid: number) => services.pool.query('select pg_terminate_backend($1)', [pid]);
const pidOf = async (trx: Knex) => (await trx.raw('select pg_backend_pid() as pid')).rows[0].pid as number;

test('work whose commit did not come is not told to have happened', async () => {
  const work = inTransaction(strapi, async (trx) => {
    await trx.raw(`insert into written values ('lost at commit')`);
    await end(await pidOf(trx));
    return 'acknowledged';
  });
  await expect(work).rejects.toThrow();
  expect(await written('lost at commit')).toBe(0);
});

test('work that loses its connection in the middle fails, and the next one finds a connection', async () => {
  const work = inTransaction(strapi, async (trx) => {
    await end(await pidOf(trx));
    await trx.raw(`insert into written values ('lost in the middle')`);
  });
  await expect(work).rejects.toThrow();
  await inTransaction(strapi, (trx) => trx.raw(`insert into written values ('after')`));
  expect([await written('lost in the middle'), await written('after')]).toEqual([0, 1]);
});

test('work inside other work commits with it, or not at all', async () => {
  const outer = inTransaction(strapi, async () => {
    await inTransaction(strapi, (trx) => trx.raw(`insert into written values ('inner')`));
    throw new Error('the outer one failed');
  });
  await expect(outer).rejects.toThrow('the outer one failed');
  expect(await written('inner')).toBe(0);
});

test('a connection that is lost while it is opened is thrown away, and another one comes', async () => {
  const dialect = strapi.db.dialect as unknown as { initialize(connection: unknown): Promise<void> };
  const initialize = dialect.initialize.bind(dialect);
  let opened = 0;
  dialect.initialize = async (connection) => {
    opened += 1;
    if (opened === 1) throw new Error('Connection terminated unexpectedly');
    await initialize(connection);
  };
  const giveBack = surviveLostConnections(strapi);
  // More at once than are open, so that others must be opened.
  const knex = strapi.db.connection as unknown as Knex;
  await Promise.all([1, 2, 3, 4].map(() => knex.raw('select pg_sleep(0.2)')));
  expect(opened).toBeGreaterThan(1);
  giveBack();
});

test('a connection of the pool that is lost while it is lent out ends nothing but its own work', async () => {
  const work = poolTransaction(services.pool, async (client) => {
    await client.query(`insert into written values ('lent out')`);
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    await end(rows[0].pid);
    // Nothing is asked of it when the loss is heard.
    await new Promise((resolve) => setTimeout(resolve, 200));
  });
  await expect(work).rejects.toThrow();
  expect(await written('lent out')).toBe(0);
  await poolTransaction(services.pool, (client) => client.query(`insert into written values ('next')`));
  expect(await written('next')).toBe(1);
});

describe('a query that nobody waits for', () => {
  const unheard = (error: unknown) => {
    const end = surviveLostConnections(strapi);
    const [heard] = process.listeners('unhandledRejection').slice(-1) as ((error: unknown) => void)[];
    end();
    heard(error);
  };
  const errorOf = (work: PromiseLike<unknown>) =>
    work.then(
      () => null,
      (error: Error) => error,
    );

  test('may lose its connection without ending the process, whichever way it is told', async () => {
    const lost = connect({ client: 'pg', connection: services.env.DATABASE_URL, pool: { min: 0, max: 1 } });
    const gone = connect({ client: 'pg', connection: 'postgres://nobody@127.0.0.1:1/nothing' });
    const trx = await lost.transaction();
    const pid = await pidOf(trx);
    const sleeping = errorOf(trx.raw('select pg_sleep(5)'));
    await end(pid);
    const errors = [await sleeping, await errorOf(trx.raw('select 1')), await errorOf(gone.raw('select 1'))];
    expect(errors.map(isLostConnection)).toEqual([true, true, true]);
    warnings.length = 0;
    for (const error of errors) unheard(error);
    expect(warnings).toHaveLength(3);
    await Promise.all([errorOf(trx.rollback()), lost.destroy(), gone.destroy()]);
  });

  test('ends the process as before when it fails by a mistake of ours', async () => {
    const mistake = await errorOf((strapi.db.connection as unknown as Knex).raw('select nothing from nowhere'));
    expect(() => unheard(mistake)).toThrow('nowhere');
  });
});
