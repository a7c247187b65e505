// Measures the task list where it is large: 150 tenants, 5,000 people, 100,000 open tasks, over HTTP with rights applied;
// once without history and once with 900,000 closed tasks besides, which must cost nothing. BENCH_SAMPLES=200. Each line
// has the loop of that moment (calibration.mjs): compare no line of a busy machine with one of a quiet one.
import { createRequire } from 'node:module';
import path from 'node:path';
import { ApiClient } from '../support/api-client.mjs';
import { serveApp } from '../support/served-app.mjs';
import { email, PASSWORD, seedHistory, seedOffices } from '../support/synthetic-offices.mjs';
import { calibrate } from './calibration.mjs';
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

const LIST = { p95: 30 };
const BOARD = { p95: 150 };

/** Everything that is asked: by whom, and where the total stands that proves that something was found. */
const QUESTIONS = [
  { metric: 'a request that reads one small table', who: 'clerks', path: '/task-views' },
  { metric: "first page of a person's list", who: 'clerks', path: '/tasks?pageSize=50&view=mine', aim: LIST },
  { metric: "first page of the unit's queue", who: 'clerks', path: '/tasks?pageSize=50&view=unit', aim: LIST },
  {
    metric: 'filtered by a record attribute',
    who: 'clerks',
    path: '/tasks?pageSize=50&view=unit&facet=record.quantity%3D3',
    aim: LIST,
  },
  {
    metric: 'search without diacritics',
    who: 'clerks',
    path: '/tasks?pageSize=50&view=unit&q=muon+hoi+truong',
    aim: LIST,
  },
  {
    metric: 'search with diacritics',
    who: 'clerks',
    path: `/tasks?pageSize=50&view=unit&q=${encodeURIComponent('Mượn hội trường')}`,
    aim: LIST,
  },
  { metric: 'grouped by clock', who: 'clerks', path: '/tasks?pageSize=50&view=unit&group=clock', aim: LIST },
  { metric: 'counts alone', who: 'clerks', path: '/tasks?pageSize=1&view=unit', aim: LIST },
  { metric: "the head's list of the unit", who: 'heads', path: '/tasks?pageSize=50&view=all', aim: LIST },
  { metric: 'first page of the list of cases with its figures', who: 'heads', path: '/cases?pageSize=50', aim: BOARD },
  { metric: 'what a view can be narrowed by', who: 'clerks', path: '/task-filters?view=unit' },
  { metric: "the leader's board", who: 'leaders', path: '/board', aim: BOARD },
  { metric: "a head's board", who: 'heads', path: '/board', aim: BOARD },
  { metric: 'the plots of 26 weeks', who: 'leaders', path: '/board/plots?weeks=26', aim: BOARD },
  {
    metric: 'the overdue tasks behind a figure',
    who: 'leaders',
    path: '/tasks?pageSize=50&view=board&given=A&clock=overdue',
    aim: BOARD,
  },
  {
    metric: 'what was done late in 30 days, behind a figure',
    who: 'leaders',
    path: `/tasks?pageSize=50&view=board&given=A&status=done&clock=overdue&done=${daysAgo(29)}..`,
    aim: BOARD,
  },
  {
    metric: 'everything stuck, behind a figure',
    who: 'leaders',
    path: '/tasks?pageSize=50&view=board&stuck=any',
    aim: BOARD,
  },
];

const report = reporter('million-tasks');
const app = await serveApp();
const db = new Client({ connectionString: app.databaseUrl });
try {
  await db.connect();
  report('synthetic people and open tasks written', 's', { value: await timed(() => seedOffices(db, SIZE)) });
  // Person n works in tenant n mod 150; the first four of a tenant lead a unit, the fifth oversees all of them.
  const asking = {
    clerks: await signIn((n) => SIZE.tenants * 6 + n),
    heads: await signIn((n) => n),
    leaders: await signIn((n) => SIZE.tenants * 4 + n),
  };
  await measure('without history', asking);

  report('closed tasks written', 's', { value: await timed(() => seedHistory(db, { ...SIZE, closedTasks: CLOSED })) });
  await measure('with 900,000 closed tasks', asking);
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

/** @param {string} when @param {Record<string, ApiClient[]>} asking */
async function measure(when, asking) {
  const { rows } = await db.query(
    "select count(*)::int as tasks, count(*) filter (where state = 'OPEN')::int as open from procedures.tasks",
  );
  for (const { metric, who, path, aim } of QUESTIONS) {
    const clients = asking[who];
    const took = await samples(clients, `/procedures${path}`);
    const { total } = await clients[0].get(`/procedures${path}`);
    // Of this very moment: what else runs on the machine changes within minutes.
    const loop = Math.round(calibrate());
    report(`${metric}, ${when}`, 'ms', { ...quantiles(took, 0.5, 0.95), aim, found: total, ...rows[0], loop });
  }
}

/** A day of the calendar. @param {number} days */
function daysAgo(days) {
  return new Date(Date.now() + 7 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);
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
