// The services of hold-services.mjs as a test uses them, with the platform's tables made.
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { knex as connect, type Knex } from 'knex';
import { Pool } from 'pg';

export interface TestServices {
  env: Record<string, string>;
  pool: Pool;
  knex: Knex;
  killBroker(): Promise<void>;
  /** Resolves when the broker is up again. */
  restartBroker(): Promise<void>;
  stop(): Promise<void>;
}

const root = path.resolve(__dirname, '../../..');

export async function startTestServices({ broker = false } = {}): Promise<TestServices> {
  const holder = fork(path.join(__dirname, 'hold-services.mjs'), broker ? ['--broker'] : [], { execArgv: [] });
  const ended = new Promise<void>((resolve) => holder.once('exit', () => resolve()));
  const ask = asker(holder);
  const env = (await ask('env')) as Record<string, string>;
  const pool = new Pool({ connectionString: env.DATABASE_URL, max: 8 });
  pool.on('error', () => undefined);
  const knex = connect({ client: 'pg', connection: env.DATABASE_URL, pool: { min: 0, max: 4 } });
  for (const file of ['0001_engine_log.sql', '0002_work.sql']) {
    await knex.raw(readFileSync(path.join(root, 'database/migrations', file), 'utf8'));
  }
  return {
    env,
    pool,
    knex,
    killBroker: async () => void (await ask('killBroker')),
    restartBroker: async () => void (await ask('restartBroker')),
    async stop() {
      await knex.destroy();
      await pool.end();
      holder.disconnect();
      await ended;
    },
  };
}

function asker(holder: ChildProcess): (act: string) => Promise<unknown> {
  const open = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  let asked = 0;
  holder.on('message', ({ id, result, error }: { id: number; result?: unknown; error?: string }) => {
    if (error) open.get(id)?.reject(new Error(error));
    else open.get(id)?.resolve(result);
    open.delete(id);
  });
  holder.on('exit', (code) => {
    for (const { reject } of open.values())
      reject(new Error(`Expected services, but their process ended with ${code}`));
  });
  return (act) =>
    new Promise((resolve, reject) => {
      asked += 1;
      open.set(asked, { resolve, reject });
      holder.send({ id: asked, act });
    });
}

/** Waits for a condition, never for a time. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false>,
  withinMs = 30_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`Expected ${what} within ${withinMs} ms, but it did not come`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
