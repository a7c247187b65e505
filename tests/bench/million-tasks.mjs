// Measures the task list where it is large: 150 tenants, 5,000 people, 100,000 open tasks, over HTTP with rights applied;
// once without history and once with 900,000 closed tasks besides, which must cost nothing. BENCH_SAMPLES=200.
import { createRequire } from 'node:module';
import path from 'node:path';
import { ApiClient } from '../support/api-client.mjs';
import { serveApp } from '../support/served-app.mjs';
import { email, PASSWORD, seedHistory, seedOffices } from '../support/synthetic-offices.mjs';
import { quantiles, reporter, rounded } from './support/report.mjs';

const require = createRequire(path.resolve(import.meta.dirname, '..', '..', 'package.json'));
const { Client } = require('pg');

const SAMPLES = Number(process.env.BENCH_SAMPLES ?? 200);
const WARM_UP = 40;
const PREFIX = 'bench';
const SIZE = { prefix: PREFIX, tenants: 150, people: 5000, openTasks: 100_000 };
const CLOSED = 900_000;
/** So many of the 5,000 sign in and ask in turn. */
const ASKING = 20;
const AIM = { p95: 30 };

const QUESTIONS = {
  "first page of a person's list": 'view=mine',
  "first page of the unit's queue": 'view=unit',
  'filtered by a record attribute': 'view=unit&facet=record.quantity%3D3',
  'search without diacritics': 'view=unit&q=muon+hoi+truong',
  'grouped by clock': 'view=unit&group=clock',
  "the head's list of the unit": 'view=all',
};

const report = reporter('million-tasks');
const app = await serveApp();
const db = new Client({ connectionString: app.databaseUrl });
try {
  await db.connect();
  report('synthetic people and open tasks written', 's', { value: await timed(() => seedOffices(db, SIZE)) });
  // Person n works in tenant n mod 150; the first four of a tenant lead.
  const clerks = await signIn((n) => 150 * 6 + n);
  const heads = await signIn((n) => n);
  await measure('without history', clerks, heads);

  report('closed tasks written', 's', { value: await timed(() => seedHistory(db, { ...SIZE, closedTasks: CLOSED })) });
  await measure('with 900,000 closed tasks', clerks, heads);
} finally {
  await db.end();
  await app.stop();
}

/** @param {(n: number) => number} seat */
function signIn(seat) {
  return Promise.all(
    Array.from({ length: ASKING }, (_, n) => ApiClient.signIn(app.baseUrl, email(PREFIX, seat(n)), PASSWORD)),
  );
}

/** @param {string} when @param {ApiClient[]} clerks @param {ApiClient[]} heads */
async function measure(when, clerks, heads) {
  const { rows } = await db.query(
    "select count(*)::int as tasks, count(*) filter (where state = 'OPEN')::int as open from procedures.tasks",
  );
  const fixed = await samples(clerks, '/procedures/task-views');
  report(`a request that reads one small table, ${when}`, 'ms', quantiles(fixed, 0.5, 0.95));
  for (const [metric, query] of Object.entries(QUESTIONS)) {
    const asking = query === 'view=all' ? heads : clerks;
    const took = await samples(asking, `/procedures/tasks?pageSize=50&${query}`);
    const { total } = await asking[0].get(`/procedures/tasks?${query}`);
    report(`${metric}, ${when}`, 'ms', { ...quantiles(took, 0.5, 0.95), aim: AIM, found: total, ...rows[0] });
  }
  report(
    `what a view can be narrowed by, ${when}`,
    'ms',
    quantiles(await samples(clerks, '/procedures/task-filters?view=unit'), 0.5, 0.95),
  );
}

/** One after the other, each person in turn. @param {ApiClient[]} clients @param {string} path */
async function samples(clients, path) {
  const took = [];
  for (let n = 0; n < WARM_UP + SAMPLES; n += 1) {
    const began = performance.now();
    await clients[n % clients.length].get(path);
    if (n >= WARM_UP) took.push(performance.now() - began);
  }
  return took;
}

/** @param {() => Promise<unknown>} work */
async function timed(work) {
  const began = performance.now();
  await work();
  return rounded((performance.now() - began) / 1000);
}
