// What the record log does when deliveries are doubled, mixed up, cut off, foreign or wrong. On a real PostgreSQL, with
// records like a broker's; the broker itself is in broker.test.ts.
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { asBulks, syntheticRecords } from '../../bench/synthetic-records.mjs';
import { bulkOf, record } from '../../unit/records/record';
import { createTally, projectionOf, startTestRuntime, type TestRuntime, talliesOf, tally } from './runtime';
import { startTestServices, type TestServices, until } from './services';

let services: TestServices;
let runtime: TestRuntime;
let engineId: string;

beforeAll(async () => {
  services = await startTestServices();
  await createTally(services.pool);
});
afterAll(() => services?.stop());
beforeEach(async () => {
  engineId = randomUUID();
  runtime = await startTestRuntime(services, engineId, [tally('tally', 'JOB', 'INCIDENT')]);
});
afterEach(() => runtime.stop());

const refused = async (id: string) =>
  (await services.pool.query('select reason, position from procedures.refused_records where engine_id = $1', [id]))
    .rows;
const settled = (position: number) => until('the cursor', () => runtime.waitForPosition(1, String(position), 1_000));
const instances = (id: string, n = 3) =>
  syntheticRecords({ engineId: id, instances: n, startedAt: Date.UTC(2026, 0, 31, 23, 59, 59, 990) });
const jobPositions = (lines: { valueType: string }[]) =>
  lines.flatMap(({ valueType }, n) => (valueType === 'JOB' ? [n + 1] : []));

test('records sent twice are stored, projected and reacted to once', async () => {
  const lines = instances(engineId);
  for (const size of [7, 500, 1]) for (const bulk of asBulks(lines, size)) expect(await runtime.post(bulk)).toBe(200);
  const last = jobPositions(lines).at(-1) ?? 0;
  await settled(last);
  const tallies = await talliesOf(services.pool, engineId);
  expect(tallies.map(({ position }) => position)).toEqual(jobPositions(lines));
  const { rows } = await services.pool.query(
    'select count(*)::int as n from procedures.engine_records where engine_id = $1',
    [engineId],
  );
  expect(rows[0].n).toBe(lines.length);
  expect(await refused(engineId)).toEqual([]);
});

test('two exporters that overlap at the same time leave every record once', async () => {
  const lines = instances(engineId, 10);
  const fast = async () => {
    for (const line of lines.filter(({ valueType }) => valueType === 'JOB')) await runtime.post(asBulks([line], 1)[0]);
  };
  const full = async () => {
    for (const bulk of asBulks(lines, 11)) await runtime.post(bulk);
  };
  await Promise.all([fast(), full()]);
  await settled(jobPositions(lines).at(-1) ?? 0);
  expect((await talliesOf(services.pool, engineId)).map(({ position }) => position)).toEqual(jobPositions(lines));
  const seen = await projectionOf(services.pool, engineId);
  expect(seen.jobs).toHaveLength(10);
  expect(runtime.errors).toEqual([]);
});

test('the rows are equal whatever the order of arrival, and after a rebuild', async () => {
  const lines = instances(engineId, 4);
  const orders = [
    lines,
    lines.toReversed(),
    lines.toSorted((a, b) => (a.valueType < b.valueType ? -1 : 1)),
    lines.toSorted((a, b) => (a.text.length % 7) - (b.text.length % 7)),
  ];
  const seen: Record<string, string[]>[] = [];
  for (const order of orders) {
    const id = randomUUID();
    const other = await startTestRuntime(services, id, []);
    for (const bulk of asBulks(
      order.map((line) => ({ ...line, text: line.text.replaceAll(engineId, id) })),
      9,
    )) {
      await other.post(bulk);
    }
    await other.stop();
    seen.push(await projectionOf(services.pool, id));
    if (seen.length === 1) {
      await services.pool.query('delete from procedures.element_instances where engine_id = $1', [id]);
      expect((await other.rebuildProjection()).records).toBeGreaterThanOrEqual(lines.length);
      expect(await projectionOf(services.pool, id)).toEqual(seen[0]);
    }
  }
  expect(seen[0].element_instances).toHaveLength(20);
  expect(seen[0].variables).toHaveLength(12);
  for (const other of seen.slice(1)) expect(other).toEqual(seen[0]);
});

test('an instance across a change of month is one instance', async () => {
  const lines = instances(engineId);
  for (const bulk of asBulks(lines, 500)) await runtime.post(bulk);
  const { rows } = await services.pool.query(
    'select distinct c.relname as month from procedures.engine_records r join pg_class c on c.oid = r.tableoid where engine_id = $1 order by 1',
    [engineId],
  );
  expect(rows.map(({ month }) => month)).toEqual(['engine_records_2026_01', 'engine_records_2026_02']);
});

test('a known identity with other content is kept as refused and changes nothing', async () => {
  const job = record('JOB', 'CREATED', 5, { type: 't', retries: 1 });
  await runtime.post(bulkOf([job], engineId));
  const before = await projectionOf(services.pool, engineId);
  const nextMonth = new Date(Date.UTC(2026, 4, 1)).toISOString();
  const other = { ...job, value: { type: 'other' }, timestamp: nextMonth };
  expect(await runtime.post(bulkOf([other], engineId))).toBe(200);
  expect(await runtime.post(bulkOf([other], engineId))).toBe(200);
  expect(await refused(engineId)).toEqual([{ reason: 'OTHER_CONTENT', position: '5' }]);
  expect(await projectionOf(services.pool, engineId)).toEqual(before);
  expect(runtime.errors[0]).toContain('a new data folder');
});

test('records of an unknown engine are kept as refused, alarmed and acknowledged', async () => {
  const foreign = randomUUID();
  const job = record('JOB', 'CREATED', 5, { type: 't' });
  for (const id of [foreign, 'zeebe-record']) {
    expect(await runtime.post(bulkOf([job], id))).toBe(200);
    expect(await refused(id)).toEqual([{ reason: 'UNKNOWN_ENGINE', position: '5' }]);
  }
  expect(runtime.errors[0]).toContain(foreign);
  expect((await projectionOf(services.pool, foreign)).jobs).toEqual([]);
});

test('records of another known engine with the same positions and keys stand beside ours', async () => {
  const old = randomUUID();
  await services.pool.query('insert into procedures.engines values ($1, now())', [old]);
  const job = record('JOB', 'CREATED', 5, { type: 'ours' });
  await runtime.post(bulkOf([job], engineId));
  await runtime.post(bulkOf([{ ...job, value: { type: 'theirs' } }], old));
  await settled(5);
  expect(await refused(old)).toEqual([]);
  expect((await projectionOf(services.pool, old)).jobs[0]).toContain('theirs');
  expect(await talliesOf(services.pool, old)).toEqual([]);
});

test('half a delivery stores nothing, and the whole one afterwards everything', async () => {
  const bulk = Buffer.concat(asBulks(instances(engineId), 500));
  const { host, port } = runtime.address;
  await new Promise<void>((resolve) => {
    const socket = connect(port, host, () => {
      const auth = Buffer.from('exporter:secret').toString('base64');
      socket.write(
        `POST /_bulk HTTP/1.1\r\nHost: x\r\nAuthorization: Basic ${auth}\r\nContent-Length: ${bulk.length}\r\n\r\n`,
      );
      socket.write(bulk.subarray(0, bulk.length - 100), () => socket.destroy());
    });
    socket.on('close', () => resolve());
  });
  const count = async () =>
    (
      await services.pool.query('select count(*)::int as n from procedures.engine_records where engine_id = $1', [
        engineId,
      ])
    ).rows[0].n;
  expect(await count()).toBe(0);
  expect(await runtime.post(bulk)).toBe(200);
  expect(await count()).toBeGreaterThan(0);
});

test('a variable with a NUL or half a surrogate does not stop the export', async () => {
  const odd = record('VARIABLE', 'CREATED', 3, { name: 'a', value: '"x\u0000y\ud800"', scopeKey: 7 });
  expect(
    await runtime.post(bulkOf([odd, record('JOB', 'CREATED', 4, { type: 't', worker: '\u0000' })], engineId)),
  ).toBe(200);
  await settled(4);
  expect((await projectionOf(services.pool, engineId)).variables[0]).toContain('x\ufffdy\ufffd');
  expect(runtime.errors).toEqual([]);
});

test('a row that a table refuses stops neither the log nor the reactions, and shows as a stale projection', async () => {
  const tooLarge = record('JOB', 'CREATED', 6, { type: 't', retries: 99_999_999_999 });
  expect(await runtime.post(bulkOf([tooLarge], engineId))).toBe(200);
  await settled(6);
  expect(await talliesOf(services.pool, engineId)).toEqual([{ position: 6, what: 'JOB.CREATED' }]);
  const { rows } = await services.pool.query(
    'select projection_stale_since is not null as stale from procedures.engines where id = $1',
    [engineId],
  );
  expect(rows[0].stale).toBe(true);
  expect(runtime.errors[0]).toContain('rebuildProjection');
  await services.pool.query('delete from procedures.engine_records where engine_id = $1', [engineId]);
});

test('a bulk that fails to commit is not acknowledged and is whole when it is sent again', async () => {
  const lines = instances(engineId);
  await services.pool.query(
    `create function stop_it() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`,
  );
  await services.pool.query('create trigger stop_it before insert on procedures.timers execute function stop_it()');
  const timer = bulkOf([record('JOB', 'CREATED', 900, {}), record('TIMER', 'CREATED', 901, {})], engineId);
  expect(await runtime.post(timer)).toBe(503);
  expect((await projectionOf(services.pool, engineId)).jobs).toEqual([]);
  await services.pool.query('drop function stop_it() cascade');
  expect(await runtime.post(timer)).toBe(200);
  expect((await projectionOf(services.pool, engineId)).jobs).toHaveLength(1);
  expect(lines.length).toBeGreaterThan(0);
});

test('raw records of ended instances go, live ones stay, and a rebuild keeps the rows of both', async () => {
  const lines = instances(engineId, 5);
  const open = lines.length - 6;
  for (const bulk of asBulks(lines.slice(0, open), 500)) await runtime.post(bulk);
  await settled(jobPositions(lines.slice(0, open)).at(-1) ?? 0);
  const before = await projectionOf(services.pool, engineId);
  const pruned = await runtime.pruneRawRecords(new Date(Date.UTC(2026, 2, 1)));
  expect(pruned.instances).toBeGreaterThanOrEqual(4);
  const { rows } = await services.pool.query(
    `select count(distinct process_instance_key)::int as n from procedures.engine_records where engine_id = $1`,
    [engineId],
  );
  expect(rows[0].n).toBe(1);
  await runtime.rebuildProjection();
  const after = await projectionOf(services.pool, engineId);
  const withoutMark = (rows_: string[]) =>
    rows_.map((row) => row.replace(/"raw_pruned_at": ("[^"]*"|null)/, '')).toSorted();
  expect(withoutMark(after.process_instances)).toEqual(withoutMark(before.process_instances));
  expect({ ...after, process_instances: [] }).toEqual({ ...before, process_instances: [] });
  const effects = await services.pool.query('select position from procedures.reaction_effects where engine_id = $1', [
    engineId,
  ]);
  expect(effects.rowCount).toBe(2);
});
