// What reactions and fences do when something fails: every effect once, in order, and none forgotten. On a real
// PostgreSQL, with records like a broker's.
import { randomUUID } from 'node:crypto';
import { partitionOfKey } from '../../../src/plugins/procedures/server/src/records/partition-of-key';
import type { EngineRecord } from '../../../src/plugins/procedures/server/src/records/types';
import { asBulks, syntheticRecords } from '../../bench/synthetic-records.mjs';
import { bulkOf, record } from '../../unit/records/record';
import { createTally, startTestRuntime, type TestRuntime, talliesOf, tally } from './runtime';
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

const settled = (position: number) => until('the cursor', () => runtime.waitForPosition(1, String(position), 1_000));
const instances = (id: string, n = 3) =>
  syntheticRecords({ engineId: id, instances: n, startedAt: Date.UTC(2026, 0, 31, 23, 59, 59, 990) });
const jobPositions = (lines: { valueType: string }[]) =>
  lines.flatMap(({ valueType }, n) => (valueType === 'JOB' ? [n + 1] : []));

test('a reaction that throws is tried again, in order, and leaves no half effect', async () => {
  await runtime.stop();
  const attempts: string[] = [];
  const after = tally('after', 'JOB');
  runtime = await startTestRuntime(services, engineId, [
    {
      name: 'fails twice',
      valueTypes: ['JOB'],
      async react(one: EngineRecord, trx) {
        attempts.push(one.position);
        await after.react({ ...one, intent: 'half' }, trx);
        if (one.position === '2' && attempts.filter((position) => position === '2').length < 3)
          throw new Error('not yet');
      },
    },
    after,
  ]);
  await runtime.post(
    bulkOf(
      [1, 2, 3].map((position) => record('JOB', 'CREATED', position, {})),
      engineId,
    ),
  );
  await settled(3);
  expect(await talliesOf(services.pool, engineId)).toEqual([
    { position: 1, what: 'JOB.half' },
    { position: 1, what: 'JOB.CREATED' },
    { position: 2, what: 'JOB.half' },
    { position: 2, what: 'JOB.CREATED' },
    { position: 3, what: 'JOB.half' },
    { position: 3, what: 'JOB.CREATED' },
  ]);
  expect(runtime.errors).toHaveLength(2);
  expect(runtime.errors[0]).toContain('"fails twice" to handle JOB.CREATED at 1:2, but not yet');
});

test('a lost cursor repeats no effect', async () => {
  const lines = instances(engineId);
  for (const bulk of asBulks(lines, 500)) await runtime.post(bulk);
  const last = jobPositions(lines).at(-1) ?? 0;
  await settled(last);
  const before = await talliesOf(services.pool, engineId);
  await services.pool.query('delete from procedures.reaction_cursors where engine_id = $1', [engineId]);
  runtime.wake();
  await until('the cursor to be back', async () => {
    const { rows } = await services.pool.query(
      'select position from procedures.reaction_cursors where engine_id = $1',
      [engineId],
    );
    return rows[0]?.position === String(last);
  });
  expect(await talliesOf(services.pool, engineId)).toEqual(before);
});

test('two processes on one database have each effect once, in order', async () => {
  const other = await startTestRuntime(services, engineId, [tally('tally', 'JOB', 'INCIDENT')]);
  const lines = instances(engineId, 20);
  const bulks = asBulks(lines, 5);
  for (const [n, bulk] of bulks.entries()) {
    await (n % 2 === 0 ? runtime : other).post(bulk);
    runtime.wake();
    other.wake();
  }
  const last = jobPositions(lines).at(-1) ?? 0;
  await until('the cursor', async () => {
    runtime.wake();
    const { rows } = await services.pool.query(
      'select position from procedures.reaction_cursors where engine_id = $1',
      [engineId],
    );
    return rows[0]?.position === String(last);
  });
  await other.stop();
  expect((await talliesOf(services.pool, engineId)).map(({ position }) => position)).toEqual(jobPositions(lines));
});

test('what came in before a stop has its effects after the next start', async () => {
  await runtime.stop();
  const quiet = await startTestRuntime(services, engineId, []);
  await services.pool.query('insert into procedures.reaction_cursors values ($1, 1, 0)', [engineId]);
  const locked = await services.knex.transaction();
  await locked.raw('select from procedures.reaction_cursors where engine_id = ? for update', [engineId]);
  await quiet.post(bulkOf([record('JOB', 'CREATED', 5, {})], engineId));
  const stopping = quiet.stop();
  await locked.rollback();
  await stopping;
  await services.pool.query('update procedures.reaction_cursors set position = 0 where engine_id = $1', [engineId]);
  runtime = await startTestRuntime(services, engineId, [tally('tally', 'JOB')]);
  await settled(5);
  expect(await talliesOf(services.pool, engineId)).toEqual([{ position: 5, what: 'JOB.CREATED' }]);
  expect(await runtime.lag()).toEqual([{ partitionId: 1, lastPosition: '5', cursor: '5' }]);
});

describe('a fence', () => {
  const listen = { port: 0, password: 'secret' };
  let position: number;
  /** An engine of three partitions whose records come from the ones that are not deaf. */
  const engineOf = (deaf: number[]) => ({
    topology: async () => ({ brokers: 1, partitions: 3, version: 'test' }),
    publishMessage: async ({
      name,
      correlationKey,
      messageId,
    }: {
      name: string;
      correlationKey: string;
      messageId: string;
    }) => {
      const partitionId = partitionOfKey(correlationKey, 3);
      if (deaf.includes(partitionId)) return { status: 'accepted' as const };
      position += 1;
      const published = {
        ...record('MESSAGE', 'PUBLISHED', position, { name, correlationKey, messageId }),
        partitionId,
      };
      expect(await runtime.post(bulkOf([published], engineId))).toBe(200);
      return { status: 'accepted' as const };
    },
  });

  beforeEach(async () => {
    position = 100;
    await runtime.stop();
  });

  /** Those that must not come are waited for so long. */
  const FENCE_MS = 3_000;

  test('waits for the marker of every partition', async () => {
    runtime = await startTestRuntime(services, engineId, [], listen);
    await runtime.fence(engineOf([]));
    expect((await runtime.lag()).map(({ partitionId }) => partitionId)).toEqual([1, 2, 3]);
  });

  test('says which partitions brought no marker back in time', async () => {
    runtime = await startTestRuntime(services, engineId, [], listen, FENCE_MS);
    await expect(runtime.fence(engineOf([1, 3]))).rejects.toMatchObject({
      ...{ code: 'FENCE_TIMED_OUT', status: 503, detail: { partitionIds: [1, 3] } },
    });
  });

  test('is not passed while a reaction before the marker has not happened', async () => {
    runtime = await startTestRuntime(services, engineId, [], listen, FENCE_MS);
    await runtime.fence(engineOf([]));
    const locked = await services.knex.transaction();
    await locked.raw('select from procedures.reaction_cursors where engine_id = ? and partition_id = 2 for update', [
      engineId,
    ]);
    await expect(runtime.fence(engineOf([]))).rejects.toMatchObject({ detail: { partitionIds: [2] } });
    await locked.rollback();
    await until('the fence to open', () =>
      runtime.fence(engineOf([])).then(
        () => true,
        () => false,
      ),
    );
  });
});
