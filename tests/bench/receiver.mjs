// Measures the receiver: records a second that are stored and projected, and how soon a reaction starts after a record
// was posted. Prints one line of JSON. The calibration figure is a fixed piece of work on this machine at this moment:
// compare two runs by records per calibration, not by records a second.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { calibrate } from './calibration.mjs';
import { asBulks, syntheticRecords } from './synthetic-records.mjs';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = process.env.PROCEDURES_DIST ?? join(root, 'dist');
const { startRecords } = require(join(dist, 'src/plugins/procedures/server/src/records/start-records.js'));
const { systemClock } = require(join(dist, 'src/plugins/procedures/server/src/time/clock.js'));
const pg = require('pg');
const knexOf = require('knex');

const INSTANCES = Number(process.env.BENCH_INSTANCES ?? 4000);
const BULK = Number(process.env.BENCH_BULK ?? 500);
const MONTHS = Number(process.env.BENCH_MONTHS ?? 1);

async function main() {
  const services = process.env.DATABASE_URL ? null : await startOwnDatabase();
  const adminUrl = process.env.DATABASE_URL ?? services.databaseUrl;
  const name = `bench_${randomUUID().slice(0, 8)}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  try {
    process.stdout.write(`${JSON.stringify(await measure(url.href))}\n`);
  } finally {
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
    await services?.stop();
  }
}

async function measure(databaseUrl) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 8 });
  pool.on('error', () => undefined);
  for (const file of ['0001_engine_log.sql', '0002_work.sql']) {
    await pool.query(readFileSync(join(root, 'database/migrations', file), 'utf8'));
  }
  const now = Date.now();
  for (let n = 1; n < MONTHS; n += 1) {
    await pool.query(`select procedures.ensure_engine_records_month(now() - interval '1 month' * $1::int)`, [n]);
  }
  const knex = knexOf({ client: 'pg', connection: databaseUrl, pool: { min: 1, max: 4 } });
  const engineId = randomUUID();
  let reacted = () => undefined;
  const runtime = await startRecords({
    pool,
    clock: systemClock,
    knexTransaction: (work) => knex.transaction(work),
    reactions: [{ name: 'bench', valueTypes: ['JOB'], react: async (record) => reacted(record) }],
    engineId,
    listen: { host: '127.0.0.1', port: 0, username: 'exporter', password: 'bench' },
    log: { info() {}, warn: console.error, error: console.error },
  });
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const post = poster(runtime.address, agent);

  const calibration = calibrate();
  const warm = syntheticRecords({ engineId: randomUUID(), instances: 200, startedAt: now });
  const warmEngine = JSON.parse(warm[0].text.split('\n')[0]).index._index.split('_')[0];
  await pool.query('insert into procedures.engines values ($1, now())', [warmEngine]);
  for (const bulk of asBulks(warm, BULK)) await post(bulk);

  const records = syntheticRecords({ engineId, instances: INSTANCES, startedAt: now });
  const latencies = [];
  const jobs = records.filter(({ valueType }) => valueType === 'JOB').slice(0, 200);
  for (const job of jobs) {
    const start = performance.now();
    let done;
    const seen = new Promise((resolve) => {
      done = resolve;
    });
    reacted = () => done(performance.now());
    let answered;
    const posted = post(Buffer.from(job.text)).then(() => {
      answered = performance.now();
    });
    latencies.push({ total: (await seen) - start });
    await posted;
    latencies[latencies.length - 1].answer = answered - start;
  }
  reacted = () => undefined;

  const bulks = asBulks(records, BULK);
  const cpu = process.cpuUsage();
  const start = performance.now();
  for (const bulk of bulks) await post(bulk);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const rebuilt = await runtime.rebuildProjection();
  const { rows } = await pool.query('select count(*)::int as n from procedures.engine_records where engine_id = $1', [
    engineId,
  ]);
  const bytes = await pool.query(
    `select sum(pg_total_relation_size(inhrelid))::bigint as n from pg_inherits where inhparent = 'procedures.engine_records'::regclass`,
  );
  await runtime.stop();
  agent.destroy();
  await knex.destroy();
  await pool.end();
  const totals = latencies.map(({ total }) => total).sort((a, b) => a - b);
  const answers = latencies.map(({ answer }) => answer).sort((a, b) => a - b);
  const at = (list, q) => Math.round(list[Math.floor(list.length * q)] * 10) / 10;
  return {
    bench: 'receiver',
    metric: 'records stored and projected',
    unit: 'records/s',
    value: Math.round(records.length / seconds),
    aim: 10_000,
    records: rows[0].n,
    bulk: BULK,
    months: MONTHS,
    recordsPerCalibration: Math.round((records.length / seconds / calibration) * 1000) / 1000,
    calibration: Math.round(calibration),
    nodeCpuShare: Math.round(((user + system) / 1e6 / seconds) * 100) / 100,
    rawBytesPerRecord: Math.round(Number(bytes.rows[0].n) / rows[0].n),
    rebuildPerSecond: Math.round((rebuilt.records / rebuilt.milliseconds) * 1000),
    postToAnswerMs: { p50: at(answers, 0.5), p99: at(answers, 0.99) },
    postToReactionMs: { p50: at(totals, 0.5), p99: at(totals, 0.99) },
  };
}

function poster({ host, port }, agent) {
  const headers = {
    'Content-Type': 'application/json',
    Authorization: `Basic ${Buffer.from('exporter:bench').toString('base64')}`,
  };
  return (body) =>
    new Promise((resolve, reject) => {
      const request = http.request(
        { host, port, path: '/_bulk', method: 'POST', agent, headers: { ...headers, 'Content-Length': body.length } },
        (response) => {
          response.resume();
          response.on('end', () =>
            response.statusCode === 200
              ? resolve()
              : reject(new Error(`Expected a bulk to be stored, but got ${response.statusCode}`)),
          );
        },
      );
      request.on('error', reject);
      request.end(body);
    });
}

async function startOwnDatabase() {
  const { startServices } = await import('../../src/local-services/services.mjs');
  const dataDir = mkdtempSync(join(tmpdir(), 'procedures-bench-'));
  const services = await startServices({ dataDir, broker: false, log: () => {} });
  return { databaseUrl: services.env.DATABASE_URL, stop: () => services.stop({ remove: true }) };
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
