// The outbox when something is not as it should be: an engine that does not answer, one that knows no such job, a process
// that was killed between staging and sending. On a real PostgreSQL, with an engine that says what it is told to.
import { randomUUID } from 'node:crypto';
import { knex as connect } from 'knex';
import type { CommandAnswer } from '../../../src/plugins/procedures/server/src/engine/engine';
import { ProblemError } from '../../../src/plugins/procedures/server/src/problems/problem-error';
import { startTestServices, type TestServices, until } from '../records/services';
import { actionOf, ENGINE, type Staged, seed, senderOf, stage, type TestSender } from './outbox-rows';

let services: TestServices;
let running: TestSender | undefined;

beforeAll(async () => {
  services = await startTestServices();
  await seed(services.knex);
});
afterAll(() => services?.stop());
afterEach(async () => {
  await running?.sender.stop();
  running = undefined;
  await services.knex('procedures.actions').update({ state: 'BLOCKED' });
});

const notFound: CommandAnswer = { status: 'rejected', code: 'NOT_FOUND', message: 'no such job' };
const sendable = ({ actionId, command }: Staged) => ({ id: actionId, command });
const accepted: CommandAnswer = { status: 'accepted' };
const inState = (id: string, state: string) =>
  until(`the action to be ${state}`, async () => (await actionOf(services.knex, id)).state === state);
const job = (state: string, jobKey: string, engineId = ENGINE) =>
  services.knex('procedures.jobs').insert({ engine_id: engineId, job_key: jobKey, state, updated_position: 1 });
const draftOf = (taskId: string | null) => services.knex('procedures.task_drafts').where({ task_id: taskId }).first();

test('what a killed process had taken and not sent is sent as soon as the next one starts', async () => {
  const { actionId } = await stage(services.knex, { dueIn: '60 seconds' });
  running = senderOf(services, { answer: async () => accepted });
  running.sender.start();
  await until('the sending', async () => running?.sent.includes(actionId), 30_000);
  await inState(actionId, 'SENT');
});

test('an engine that does not answer delays nobody, and the act stays staged and is sent again', async () => {
  const staged = await stage(services.knex);
  const { actionId } = staged;
  let answers = 0;
  running = senderOf(services, {
    async answer() {
      answers += 1;
      if (answers > 1) return accepted;
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { status: 'unclear', message: 'UNAVAILABLE' };
    },
  });
  expect(running.sender.sendNow(sendable(staged))).toBeUndefined();
  expect((await actionOf(services.knex, actionId)).state).toBe('STAGED');
  await until('the answer to be noted', async () =>
    (await actionOf(services.knex, actionId)).last_answer?.startsWith('unclear: UNAVAILABLE'),
  );
  running.sender.start();
  await inState(actionId, 'SENT');
});

test('a database that is gone when an act is handed over for sending is no error of the request', async () => {
  const gone = connect({ client: 'pg', connection: 'postgres://nobody@127.0.0.1:1/nothing' });
  running = senderOf({ knex: gone }, { answer: async () => accepted });
  running.sender.sendNow({ id: randomUUID(), command: { kind: 'completeJob', jobKey: '1', variables: {} } });
  await until('the log', async () => running?.logged.some((line) => line.includes('ECONNREFUSED')));
  await gone.destroy();
});

test('a command that may not be sent says so, and the others go on', async () => {
  const bad = await stage(services.knex);
  running = senderOf(services, {
    async answer() {
      const problem = { code: 'VARIABLE_MAY_NOT_CROSS', vi: 'Không được gửi.', en: 'Expected another name.' };
      if (running?.sent.at(-1) === bad.actionId) throw new ProblemError(problem);
      return accepted;
    },
  });
  const good = await stage(services.knex);
  running.sender.start();
  await inState(good.actionId, 'SENT');
  expect(await actionOf(services.knex, bad.actionId)).toMatchObject({
    state: 'STAGED',
    last_answer: expect.stringContaining('VARIABLE_MAY_NOT_CROSS'),
  });
});

describe('NOT_FOUND', () => {
  test('of a job that our own act completed is settled by its record, which the fence waits for', async () => {
    const staged = await stage(services.knex);
    const { actionId } = staged;
    running = senderOf(services, {
      answer: async () => notFound,
      fence: async () =>
        void (await services.knex('procedures.actions').where({ id: actionId }).update({ state: 'CONFIRMED' })),
    });
    running.sender.sendNow(sendable(staged));
    await inState(actionId, 'CONFIRMED');
    await running.sender.stop();
    expect((await actionOf(services.knex, actionId)).state).toBe('CONFIRMED');
    expect(running.settled).toEqual([]);
  });

  test('of a job that was cancelled keeps what was typed as a draft, with the reason', async () => {
    const staged = await stage(services.knex);
    const { actionId, taskId, jobKey } = staged;
    await job('CANCELED', jobKey);
    running = senderOf(services, { answer: async () => notFound });
    running.sender.sendNow(sendable(staged));
    await inState(actionId, 'SUPERSEDED');
    expect(await draftOf(taskId)).toMatchObject({ values: { task: { note: 'đã gõ' } }, reason: 'job canceled' });
    await running.sender.stop();
    expect(running.settled).toEqual([actionId]);
  });

  test('of a job that nobody has heard of stops the act and raises the alarm', async () => {
    const staged = await stage(services.knex);
    const { actionId, taskId } = staged;
    running = senderOf(services, { answer: async () => notFound });
    running.sender.sendNow(sendable(staged));
    await inState(actionId, 'BLOCKED');
    await running.sender.stop();
    expect(running.logged.join()).toContain(`${actionId} has neither a job nor an end on record`);
    expect(await draftOf(taskId)).toBeUndefined();
  });

  test('is not explained by a job of the same key in another engine', async () => {
    const staged = await stage(services.knex);
    const { actionId, jobKey } = staged;
    await job('CANCELED', jobKey, randomUUID());
    running = senderOf(services, { answer: async () => notFound });
    running.sender.sendNow(sendable(staged));
    await inState(actionId, 'BLOCKED');
  });

  test('proves nothing while the fence does not pass', async () => {
    const { actionId } = await stage(services.knex);
    let fences = 0;
    running = senderOf(services, {
      answer: async () => notFound,
      async fence() {
        fences += 1;
        throw new ProblemError({ code: 'FENCE_TIMED_OUT', status: 503, vi: 'Chưa.', en: 'Expected the marker back.' });
      },
    });
    running.sender.start();
    await until('a second look', async () => fences > 1);
    expect((await actionOf(services.knex, actionId)).state).toBe('STAGED');
  });
});

describe('a message that was accepted and never correlated', () => {
  const command = { kind: 'publishMessage' as const, name: 'mau__tra-loi', correlationKey: '0.5', variables: {} };

  test('is superseded when its wait has ended', async () => {
    const { actionId, caseId } = await stage(services.knex, { kind: 'PUBLISH_MESSAGE', state: 'SENT', command });
    await services.knex('procedures.case_subscriptions').insert({
      ...{ engine_id: ENGINE, element_instance_key: 7, message_name: command.name, plain_message: 'tra-loi' },
      ...{ element_id: 'cho', correlation_key: '0.5', case_id: caseId, opened_position: 1, closed_at: new Date() },
    });
    running = senderOf(services, { answer: async () => accepted });
    running.sender.start();
    await inState(actionId, 'SUPERSEDED');
  });

  test('is stopped and shown when nothing explains it', async () => {
    const { actionId } = await stage(services.knex, { kind: 'START_CASE', state: 'SENT', command });
    running = senderOf(services, { answer: async () => accepted });
    running.sender.start();
    await inState(actionId, 'BLOCKED');
  });
});
