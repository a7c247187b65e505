import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { ZBClient } from 'zeebe-node';
import { startServices } from '../../../src/local-services/services.mjs';
import { isLoopback, listeningAddresses, processesOf } from './our-processes.mjs';
import { recordSink } from './record-sink.mjs';

const FAST = [
  'INCIDENT',
  'JOB',
  'MESSAGE',
  'MESSAGE_START_EVENT_SUBSCRIPTION',
  'PROCESS_INSTANCE_CREATION',
  'PROCESS_MESSAGE_SUBSCRIPTION',
];
const FULL = [
  ...FAST,
  'DECISION',
  'DECISION_EVALUATION',
  'DECISION_REQUIREMENTS',
  'DEPLOYMENT',
  'FORM',
  'PROCESS',
  'PROCESS_EVENT',
  'PROCESS_INSTANCE',
  'PROCESS_INSTANCE_MODIFICATION',
  'SIGNAL',
  'SIGNAL_SUBSCRIPTION',
  'TIMER',
  'VARIABLE',
];

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'local-services-stack-'));
const lines = [];
let fast;
let full;
let services;

beforeAll(async () => {
  [fast, full] = [await recordSink(), await recordSink()];
  services = await startServices({
    dataDir,
    log: (line) => lines.push(line),
    controlledClock: true,
    // Each exporter to a receiver of its own, to see which sends what.
    env: { ZEEBE_BROKER_EXPORTERS_FAST_ARGS_URL: fast.url, ZEEBE_BROKER_EXPORTERS_FULL_ARGS_URL: full.url },
  });
});

afterAll(async () => {
  await services?.stop({ remove: true });
  await fast.close();
  await full.close();
});

const query = async (sql) => {
  const client = new pg.Client({ connectionString: services.env.DATABASE_URL });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
};

const until = async (isSo) => {
  for (let tries = 0; !isSo(); tries += 1) {
    if (tries > 100) throw new Error(`Expected ${isSo} within 10 s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

test('nothing of ours listens beyond loopback, and the private files are closed to others', () => {
  const pids = processesOf(dataDir);
  expect(pids).toEqual(expect.arrayContaining([services.postgres.pid(), services.broker.pid()]));
  const addresses = listeningAddresses(pids);
  // Five of the broker, one of the database.
  expect(addresses.length).toBeGreaterThanOrEqual(6);
  expect(addresses.filter((address) => !isLoopback(address))).toEqual([]);
  expect(fs.statSync(path.join(dataDir, 'secrets.env')).mode & 0o777).toBe(0o600);
});

test('tables without a schema go to public, also when there is a schema named like the user', async () => {
  const [{ user }] = await query('select current_user as user');
  await query(`create schema ${user}`);
  expect(await query('select current_schema as schema')).toEqual([{ schema: 'public' }]);
});

test('the database sorts and searches Vietnamese as people expect', async () => {
  const [{ sorted }] = await query(
    `select string_agg(w, ' ' order by w) as sorted from unnest(array['Ẩn','Đạt','An','Dũng','Ân','Ánh']) w`,
  );
  expect(sorted).toBe('An Ánh Ân Ẩn Dũng Đạt');
  await query('create extension unaccent; create extension pg_trgm');
  const [row] = await query(
    `select lower('ĐƯỜNG') as lowered, unaccent('Đường Nguyễn') as plain, 'đường' ilike 'ĐƯ%' as found, similarity('đường số 1', 'Đường số 1') as likeness`,
  );
  expect(row).toEqual({ lowered: 'đường', plain: 'Duong Nguyen', found: true, likeness: 1 });
});

test('the quick exporter sends only what opens and ends work, the full one sends all that is useful', async () => {
  const zeebe = new ZBClient(services.env.ZEEBE_ADDRESS, { retry: false, loglevel: 'NONE' });
  await zeebe.deployResource({ processFilename: path.join(__dirname, 'every-record.bpmn') });
  await zeebe.deployResource({ decisionFilename: path.join(__dirname, 'every-record.dmn') });
  await zeebe.deployResource({ formFilename: path.join(__dirname, 'every-record.form') });
  const { processInstanceKey } = await zeebe.createProcessInstance({
    bpmnProcessId: 'every-record',
    variables: { a: 1 },
  });
  await zeebe.publishMessage({ name: 'begin', correlationKey: '', messageId: '1', timeToLive: 1000, variables: {} });
  await zeebe.broadcastSignal({ signalName: 'alarm', variables: {} });
  await zeebe.modifyProcessInstance({
    processInstanceKey,
    activateInstructions: [{ elementId: 'task', ancestorElementInstanceKey: '-1', variableInstructions: [] }],
    terminateInstructions: [],
  });
  const jobs = await zeebe.activateJobs({
    type: 'io.camunda.zeebe:userTask',
    worker: 'test',
    maxJobsToActivate: 10,
    timeout: 10_000,
    requestTimeout: 5_000,
  });
  expect(jobs.length).toBeGreaterThan(0);
  await zeebe.completeJob({ jobKey: jobs[0].key, variables: { done: true } });
  await until(() => fast.valueTypes.has('INCIDENT') && full.valueTypes.has('INCIDENT'));
  await zeebe.close();

  expect([...fast.valueTypes].sort()).toEqual(FAST);
  expect([...full.valueTypes]).toEqual(expect.arrayContaining(FULL));
  for (const sink of [fast, full]) {
    expect([...sink.recordTypes]).toEqual(['EVENT']);
    expect([...sink.prefixes]).toEqual([services.env.PROCEDURES_ENGINE_ID]);
    expect([...sink.authorizations]).toEqual([`exporter:${services.env.PROCEDURES_RECORDS_PASSWORD}`]);
  }
  expect(Math.max(...fast.bulks)).toBe(1);
  expect(Math.max(...full.bulks)).toBeGreaterThan(1);
});

test('the clock of a broker that was started so can be moved', async () => {
  const answer = await fetch(`${services.env.ZEEBE_MANAGEMENT_URL}/actuator/clock/add`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ offsetMilli: 3_600_000 }),
  });
  expect(answer.status).toBe(200);
});

test('kill -9 of the database and of the broker is noticed, told, and both come back with what they held', async () => {
  await query('create table kept as select 42 as answer');
  const before = { database: services.postgres.pid(), broker: services.broker.pid() };
  await Promise.all([services.postgres.kill9(), services.broker.kill9()]);
  await Promise.all([services.postgres.ready(), services.broker.ready()]);
  expect(services.postgres.pid()).not.toBe(before.database);
  expect(services.broker.pid()).not.toBe(before.broker);
  expect(await query('select answer from kept')).toEqual([{ answer: 42 }]);
  expect(lines.filter((line) => line.includes('died and is started again'))).toHaveLength(2);
});

test('stopping leaves no process, and the next start finds the same engine and secrets', async () => {
  const { env } = services;
  await services.stop();
  expect(processesOf(dataDir)).toEqual([]);
  services = await startServices({ dataDir, log: () => {}, broker: false });
  expect(services.env).toMatchObject({ JWT_SECRET: env.JWT_SECRET, PROCEDURES_ENGINE_ID: env.PROCEDURES_ENGINE_ID });
  expect(await query('select answer from kept')).toEqual([{ answer: 42 }]);
});
