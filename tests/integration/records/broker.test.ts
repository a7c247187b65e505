// The record log on a real broker: a process with two user tasks, a wait and a timer runs, and what is seen of it is what
// it did; also when the broker is killed, when its log is sent again, and when a command is doubled.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { connectEngine } from '../../../src/plugins/procedures/server/src/engine/connect-engine';
import type { Engine } from '../../../src/plugins/procedures/server/src/engine/engine';
import { createTally, projectionOf, startTestRuntime, type TestRuntime, talliesOf, tally } from './runtime';
import { startTestServices, type TestServices, until } from './services';

let services: TestServices;
let runtime: TestRuntime;
let engine: Engine;
let engineId: string;

const REACTIONS = [
  tally('tally', 'JOB', 'INCIDENT', 'MESSAGE_START_EVENT_SUBSCRIPTION', 'PROCESS_MESSAGE_SUBSCRIPTION'),
];
const file = (name: string) => ({ name, content: readFileSync(path.join(__dirname, name)) });

beforeAll(async () => {
  services = await startTestServices({ broker: true });
  await createTally(services.pool);
  engineId = services.env.PROCEDURES_ENGINE_ID;
  engine = connectEngine({
    address: services.env.ZEEBE_ADDRESS,
    isAllowed: (name) => ['caseId', 'actionId', 'approved'].includes(name),
  });
  await start();
  await runtime.attachMarkerCheck(engine);
  expect(await engine.deployResources([file('two-tasks.bpmn'), file('route.dmn')])).toMatchObject({
    status: 'accepted',
    resources: [{ kind: 'process', id: 'two_tasks' }, { kind: 'decision', id: 'route' }, { kind: 'drg' }],
  });
});
afterAll(async () => {
  await engine?.close();
  await runtime?.stop();
  await services?.stop();
});

async function start(): Promise<void> {
  const port = Number(services.env.PROCEDURES_RECORDS_PORT);
  runtime = await startTestRuntime(services, engineId, REACTIONS, {
    port,
    password: services.env.PROCEDURES_RECORDS_PASSWORD,
  });
}

const one = async <T extends object>(sql: string, values: unknown[]): Promise<T | undefined> =>
  (await services.pool.query<T>(sql, values)).rows[0];

async function startInstance(caseId: string): Promise<string> {
  const message = { name: 'records.start', correlationKey: '', messageId: caseId, timeToLiveMs: 3_600_000 };
  expect((await engine.publishMessage({ ...message, variables: { caseId } })).status).toBe('accepted');
  const found = await until('the instance of the start message', () =>
    one<{ key: string }>(
      `select process_instance_key as key from procedures.variables where engine_id = $1 and name = 'caseId' and value = $2`,
      [engineId, JSON.stringify(caseId)],
    ),
  );
  return found.key;
}

async function openJob(instance: string, elementId: string): Promise<string> {
  const job = await until(`the job of ${elementId}`, () =>
    one<{ job_key: string }>(
      `select job_key from procedures.jobs where engine_id = $1 and process_instance_key = $2 and element_id = $3 and state = 'CREATED'`,
      [engineId, instance, elementId],
    ),
  );
  return job.job_key;
}

async function correlate(instance: string): Promise<void> {
  const wait = await until('the wait', () =>
    one<{ correlation_key: string }>(
      `select correlation_key from procedures.message_subscriptions where engine_id = $1 and process_instance_key = $2 and closed_at is null and state = 'CREATED'`,
      [engineId, instance],
    ),
  );
  const message = { name: 'records.reply', correlationKey: wait.correlation_key, messageId: randomUUID() };
  await engine.publishMessage({ ...message, timeToLiveMs: 60_000, variables: {} });
}

const ended = (instance: string) =>
  until('the end of the instance', () =>
    one(
      `select from procedures.process_instances where engine_id = $1 and process_instance_key = $2 and ended_at is not null`,
      [engineId, instance],
    ),
  );

async function runThrough(caseId: string): Promise<string> {
  const instance = await startInstance(caseId);
  await engine.completeJob(await openJob(instance, 'first'), { actionId: 'a1', approved: true });
  await correlate(instance);
  await engine.completeJob(await openJob(instance, 'second'), { actionId: 'a2' });
  await ended(instance);
  return instance;
}

const effectsOf = async (instance: string): Promise<string[]> =>
  (
    await services.pool.query<{ what: string }>(
      `select t.what from tally t join procedures.engine_records r using (engine_id, partition_id, position)
        where r.process_instance_key = $1 and r.engine_id = $2 order by t.seq`,
      [instance, engineId],
    )
  ).rows.map(({ what }) => what);

const WHOLE_RUN = [
  'MESSAGE_START_EVENT_SUBSCRIPTION.CORRELATED',
  'JOB.CREATED',
  'JOB.COMPLETED',
  'PROCESS_MESSAGE_SUBSCRIPTION.CREATING',
  'PROCESS_MESSAGE_SUBSCRIPTION.CREATED',
  'PROCESS_MESSAGE_SUBSCRIPTION.CORRELATED',
  'JOB.CREATED',
  'JOB.COMPLETED',
];

test('a whole run leaves the rows of what happened, and its effects in order', async () => {
  const instance = await runThrough('case-1');
  const { rows: elements } = await services.pool.query(
    `select element_id, state from procedures.element_instances where engine_id = $1 and process_instance_key = $2 and element_type <> 'SEQUENCE_FLOW' order by element_instance_key`,
    [engineId, instance],
  );
  expect(elements).toEqual(
    ['started', 'first', 'reply', 'second', 'ended'].map((element_id) => ({ element_id, state: 'COMPLETED' })),
  );
  const { rows: values } = await services.pool.query(
    'select name, value from procedures.variables where engine_id = $1 and scope_key = $2 order by name',
    [engineId, instance],
  );
  expect(values).toEqual([
    { name: 'actionId', value: '"a2"' },
    { name: 'approved', value: 'true' },
    { name: 'caseId', value: '"case-1"' },
  ]);
  expect(
    await one(
      'select state, due_at - created_at as wait from procedures.timers where engine_id = $1 and process_instance_key = $2',
      [engineId, instance],
    ),
  ).toMatchObject({
    state: 'CANCELED',
    wait: { days: 2 },
  });
  expect(
    await one('select bpmn_process_id, version, state from procedures.deployed_processes where engine_id = $1', [
      engineId,
    ]),
  ).toEqual({
    bpmn_process_id: 'two_tasks',
    version: 1,
    state: 'CREATED',
  });
  await runtime.fence(engine);
  expect(await effectsOf(instance)).toEqual(WHOLE_RUN);
});

test('a start message that is sent twice starts once', async () => {
  const instance = await startInstance('case-2');
  expect(await startInstance('case-2')).toBe(instance);
  await engine.cancelProcessInstance(instance);
  await ended(instance);
  await runtime.fence(engine);
  expect(await effectsOf(instance)).toEqual([
    'MESSAGE_START_EVENT_SUBSCRIPTION.CORRELATED',
    'JOB.CREATED',
    'JOB.CANCELED',
  ]);
});

test('a job that is done, cancelled or unknown is answered alike: NOT_FOUND', async () => {
  const instance = await startInstance('case-3');
  const job = await openJob(instance, 'first');
  expect(await engine.completeJob(job, {})).toEqual({ status: 'accepted' });
  expect(await engine.completeJob(job, {})).toMatchObject({ status: 'rejected', code: 'NOT_FOUND' });
  await engine.cancelProcessInstance(instance);
  expect(await engine.cancelProcessInstance(instance)).toMatchObject({ status: 'rejected', code: 'NOT_FOUND' });
});

test('an incident is shown, refuses the job, and is resolved', async () => {
  const instance = await startInstance('case-4');
  const job = await openJob(instance, 'first');
  expect(await engine.throwError(job, 'NO_SUCH_CATCH', {})).toEqual({ status: 'accepted' });
  const incident = await until('the incident', () =>
    one<{ incident_key: string; error_type: string }>(
      'select incident_key, error_type from procedures.incidents where engine_id = $1 and process_instance_key = $2 and resolved_at is null',
      [engineId, instance],
    ),
  );
  expect(incident.error_type).toBe('UNHANDLED_ERROR_EVENT');
  expect(await engine.completeJob(job, {})).toMatchObject({ status: 'rejected', code: 'INVALID_STATE' });
  expect(await engine.updateJobRetries(job, 1)).toEqual({ status: 'accepted' });
  expect(await engine.resolveIncident(incident.incident_key)).toEqual({ status: 'accepted' });
  expect(await engine.completeJob(job, {})).toEqual({ status: 'accepted' });
  await engine.cancelProcessInstance(instance);
});

test('an instance is placed, moved and given variables', async () => {
  const created = await engine.createProcessInstance({
    processId: 'two_tasks',
    variables: { caseId: 'case-5' },
    startElementIds: ['second'],
  });
  expect(created).toMatchObject({ status: 'accepted', key: expect.stringMatching(/^\d{16,}$/) });
  const instance = created.status === 'accepted' ? String(created.key) : '';
  await openJob(instance, 'second');
  const element = await until('the element', () =>
    one<{ key: string }>(
      `select element_instance_key as key from procedures.element_instances where engine_id = $1 and process_instance_key = $2 and element_id = 'second' and state = 'ACTIVATED'`,
      [engineId, instance],
    ),
  );
  expect(await engine.setVariables(element.key, { actionId: 'local' }, true)).toMatchObject({ status: 'accepted' });
  const moved = {
    key: instance,
    activate: [{ elementId: 'first', variables: { approved: false } }],
    terminate: [element.key],
  };
  expect(await engine.modifyProcessInstance(moved)).toEqual({ status: 'accepted' });
  await openJob(instance, 'first');
  const local = await until('the local variable', () =>
    one<{ value: string }>(
      `select v.value from procedures.variables v where v.engine_id = $1 and v.process_instance_key = $2 and v.name = 'approved'`,
      [engineId, instance],
    ),
  );
  expect(local.value).toBe('false');
  await engine.cancelProcessInstance(instance);
  await ended(instance);
});

test('a decision is evaluated by the broker, and what matched is kept', async () => {
  expect(await engine.evaluateDecision('route', { approved: true })).toEqual({ status: 'accepted', output: 'next' });
  const evaluation = await until('the evaluation', () =>
    one<{ output: string; evaluated_decisions: { matchedRules: object[] }[] }>(
      `select output, evaluated_decisions from procedures.decision_evaluations where engine_id = $1 and decision_id = 'route'`,
      [engineId],
    ),
  );
  expect(evaluation.output).toBe('"next"');
  expect(evaluation.evaluated_decisions[0].matchedRules).toHaveLength(1);
  expect(await engine.evaluateDecision('nowhere', {})).toMatchObject({ status: 'rejected', code: 'INVALID_ARGUMENT' });
});

test('a broken model is refused with the reason', async () => {
  const answer = await engine.deployResources([{ name: 'broken.bpmn', content: Buffer.from('<process/>') }]);
  expect(answer).toMatchObject({ status: 'rejected', code: 'INVALID_ARGUMENT' });
});

test('a job shows in the reactions by the time that a fence is passed', async () => {
  const instance = await startInstance('case-6');
  await runtime.fence(engine);
  const job = await one(
    `select t.what from tally t join procedures.engine_records r using (engine_id, partition_id, position)
      where r.engine_id = $1 and r.process_instance_key = $2 and t.what = 'JOB.CREATED'`,
    [engineId, instance],
  );
  expect(job).toBeDefined();
  await engine.cancelProcessInstance(instance);
});

test('a killed broker sends its log again, and no effect comes twice', async () => {
  const before = await startInstance('case-7');
  const job = await openJob(before, 'first');
  await services.killBroker();
  expect((await engine.completeJob(job, {})).status).toBe('unclear');
  await expect(engine.topology()).rejects.toMatchObject({ code: 'ENGINE_UNREACHABLE' });
  await services.restartBroker();
  await until('the engine to answer', () => engine.topology().catch(() => undefined), 60_000);
  await until(
    'the fence',
    () =>
      runtime.fence(engine).then(
        () => true,
        () => false,
      ),
    60_000,
  );
  await until('the completion', async () => (await engine.completeJob(job, { actionId: 'a1' })).status !== 'unclear');
  await correlate(before);
  await engine.completeJob(await openJob(before, 'second'), {});
  await ended(before);
  await runtime.fence(engine);
  expect(await effectsOf(before)).toEqual(WHOLE_RUN);
  const refused = await services.pool.query('select from procedures.refused_records');
  expect(refused.rowCount).toBe(0);
});

test('what the broker did while nobody listened comes in after a restart of the receiver', async () => {
  await runtime.stop();
  const message = { name: 'records.start', correlationKey: '', messageId: 'case-8', timeToLiveMs: 3_600_000 };
  expect((await engine.publishMessage({ ...message, variables: { caseId: 'case-8' } })).status).toBe('accepted');
  await start();
  await runtime.attachMarkerCheck(engine);
  const instance = await startInstance('case-8');
  expect(await effectsOf(instance)).toEqual(WHOLE_RUN.slice(0, 2));
  await engine.cancelProcessInstance(instance);
  await ended(instance);
});

test('an engine whose records do not come here is found out before any work starts', async () => {
  const stranger = await startTestRuntime(services, randomUUID(), []);
  await expect(stranger.attachMarkerCheck(engine, 1_000)).rejects.toMatchObject({ code: 'RECORDS_DO_NOT_ARRIVE' });
  await stranger.stop();
});

test('everything that this broker did is rebuilt equal', async () => {
  await runtime.fence(engine);
  await until('the full exporter', async () => {
    const row = await one(
      `select from procedures.jobs j left join procedures.element_instances e using (engine_id, element_instance_key)
        where j.engine_id = $1 and (e.element_instance_key is null or (j.ended_at is null) <> (e.ended_at is null))`,
      [engineId],
    );
    return row === undefined;
  });
  const before = await projectionOf(services.pool, engineId);
  const { records } = await runtime.rebuildProjection();
  expect(records).toBeGreaterThan(200);
  expect(await projectionOf(services.pool, engineId)).toEqual(before);
  expect((await talliesOf(services.pool, engineId)).length).toBeGreaterThan(30);
});
