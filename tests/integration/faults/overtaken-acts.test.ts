// Acts that the engine overtakes, on the running application: reactions are held by a lock on their cursor, so that a
// person acts on what is on the page while the engine has gone on already. The lock is given back within seconds.
import { Client as PgClient, Pool } from 'pg';
import { connectEngine } from '../../../src/plugins/procedures/server/src/engine/connect-engine';
import type { Engine } from '../../../src/plugins/procedures/server/src/engine/engine';
import { as, type Client, runningApp, startExample, until } from '../../support/running-app';

// The last key of the first partition: a gateway asks the broker for it, and the broker has never given it out.
const UNKNOWN_JOB = (2n ** 52n - 1n).toString();
const VALUES = { task: { note: 'đã gõ, đừng mất' }, record: { quantity: 7 } };
let pool: Pool;
let officer: Client;
let administrator: Client;
let engine: Engine;

beforeAll(async () => {
  pool = new Pool({ connectionString: runningApp().databaseUrl, max: 2 });
  officer = await as('van-phong@tam-thanh.example');
  administrator = await as('quan-tri@tam-thanh.example');
  const { engine: running } = await administrator.get('/procedures/operations');
  engine = connectEngine({
    address: running.address,
    isAllowed: (name) => ['actionId', 'caseId', 'quantity'].includes(name),
  });
});
afterAll(async () => {
  await engine?.close();
  await pool?.end();
});

const one = async (sql: string, values: unknown[]) => (await pool.query(sql, values)).rows[0];
const actionOf = (id: string) => officer.get(`/procedures/actions/${id}`);
const settled = (id: string, state: string) =>
  until(async () => {
    const action = await actionOf(id);
    return action.state === state ? action : null;
  }, `the action to be ${state}`);

/** While `work` runs, records come in and nothing reacts to them. */
async function withReactionsHeld<T>(work: () => Promise<T>): Promise<T> {
  const holder = new PgClient({ connectionString: runningApp().databaseUrl });
  await holder.connect();
  try {
    await holder.query('begin');
    await holder.query('select from procedures.reaction_cursors for update');
    return await work();
  } finally {
    await holder.end();
  }
}

async function claimedTask(): Promise<{ caseId: string; taskId: string; version: number; jobKey: string }> {
  const { caseId, taskId } = await startExample(officer);
  const { task } = await officer.get(`/procedures/tasks/${taskId}`);
  const claimed = await officer.post(`/procedures/tasks/${taskId}/claim`, { version: task.version });
  const { job_key } = await one('select job_key from procedures.tasks where id = $1', [taskId]);
  return { caseId, taskId, version: claimed.task.version, jobKey: job_key };
}

const complete = (taskId: string, version: number) =>
  officer.post(`/procedures/tasks/${taskId}/complete`, { version, values: VALUES });

const eventsOf = (actionId: string) =>
  one('select count(*)::int as n from procedures.business_events where action_id = $1', [actionId]);

test('a task whose job was cancelled meanwhile is not done, and what was typed is kept with the reason', async () => {
  const { caseId, taskId, version } = await claimedTask();
  const { key } = await one(
    'select process_instance_key as key from procedures.case_instances where case_id = $1 and root',
    [caseId],
  );
  const late = { at: new Date(Date.now() - 3_600_000).toISOString(), lateReason: 'Mất mạng' };
  const { actionId } = await withReactionsHeld(async () => {
    expect((await engine.cancelProcessInstance(key)).status).toBe('accepted');
    return officer.post(`/procedures/tasks/${taskId}/complete`, { version, values: VALUES, ...late });
  });
  const action = await settled(actionId, 'SUPERSEDED');
  expect(action.reason.vi).toContain('giữ lại làm bản nháp');
  const draft = await one('select "values", reason from procedures.task_drafts where task_id = $1', [taskId]);
  const typed = { ...VALUES, occurrence: { at: late.at, reason: late.lateReason } };
  expect(draft).toEqual({ values: typed, reason: expect.stringContaining('cancel') });
  expect(await one('select state from procedures.tasks where id = $1', [taskId])).toEqual({ state: 'CANCELLED' });
  expect(await eventsOf(actionId)).toEqual({ n: 0 });
});

test('an act that is sent again after the engine did it is confirmed by its record, once', async () => {
  const { taskId, version } = await claimedTask();
  const { actionId } = await withReactionsHeld(async () => {
    const answer = await complete(taskId, version);
    await until(
      async () =>
        (await one('select state from procedures.actions where id = $1', [answer.actionId])).state === 'SENT'
          ? true
          : null,
      'the engine to accept it',
    );
    // As after a crash between the engine's answer and the noting of it.
    await pool.query(`update procedures.actions set state = 'STAGED', next_attempt_at = now() where id = $1`, [
      answer.actionId,
    ]);
    await until(
      async () =>
        (
          await one('select last_answer from procedures.actions where id = $1', [answer.actionId])
        ).last_answer?.startsWith('NOT_FOUND')
          ? true
          : null,
      'NOT_FOUND',
    );
    return answer;
  });
  await settled(actionId, 'CONFIRMED');
  expect(await eventsOf(actionId)).toEqual({ n: 1 });
  expect(await one('select state from procedures.tasks where id = $1', [taskId])).toEqual({ state: 'COMPLETED' });
});

test('an act on a job that the engine has never known is stopped and shown, and can be sent again', async () => {
  const { taskId, version, jobKey } = await claimedTask();
  await pool.query('update procedures.tasks set job_key = $2 where id = $1', [taskId, UNKNOWN_JOB]);
  const { actionId } = await complete(taskId, version);
  const action = await settled(actionId, 'BLOCKED');
  expect(action.reason.vi).toContain('người vận hành đã được báo');
  const { actions } = await administrator.get('/procedures/operations');
  expect(JSON.stringify(actions)).toContain(actionId);
  expect((await eventsOf(actionId)).n).toBe(0);

  await pool.query('update procedures.tasks set job_key = $2 where id = $1', [taskId, jobKey]);
  await pool.query(
    `update procedures.actions set state = 'STAGED', next_attempt_at = now(),
            command = jsonb_set(command::jsonb, '{jobKey}', to_jsonb($2::text))::json where id = $1`,
    [actionId, jobKey],
  );
  await settled(actionId, 'CONFIRMED');
});
