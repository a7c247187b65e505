// What the fault rounds look for, they find: each check is shown a broken database once.
import { randomUUID } from 'node:crypto';
import { checkActs } from '../../faults/check-acts.mjs';
import { checkCases } from '../../faults/check-cases.mjs';
import { startTestServices, type TestServices } from '../records/services';
import { ENGINE, type Staged, seed, stage } from './outbox-rows';

let services: TestServices;
let staged: Staged;

beforeAll(async () => {
  services = await startTestServices();
  await services.pool.query(`create table public.sample_requests (document_id text, state text, book_no text)`);
  await seed(services.knex);
});
afterAll(() => services?.stop());
beforeEach(async () => {
  await services.pool.query('truncate procedures.cases, public.sample_requests cascade');
  staged = await stage(services.knex);
});

const change = (table: string, id: string | null, values: object) =>
  services.knex(`procedures.${table}`).where({ id }).update(values);
const event = (seq: number) =>
  services.knex('procedures.business_events').insert({
    ...{ id: randomUUID(), case_id: staged.caseId, seq, code: 'BAT_DAU', action_id: staged.actionId },
    ...{ business_at: new Date(), entered_at: new Date(), state_after: 'MOI' },
  });
const problemsOf = async (act: object) => (await checkActs(services.pool, [act])).problems.join('\n');

describe('of an acknowledged act it is noticed', () => {
  const completion = () => ({ kind: 'complete', actionId: staged.actionId, taskId: staged.taskId });

  test('that no table knows it', async () => {
    expect(await problemsOf({ kind: 'start', actionId: randomUUID(), caseId: staged.caseId })).toContain(
      'has no action',
    );
  });

  test('that it was never settled', async () => {
    expect(await problemsOf(completion())).toContain('is STAGED');
  });

  test('that it was superseded although its task did not end otherwise', async () => {
    await change('actions', staged.actionId, { state: 'SUPERSEDED' });
    expect(await problemsOf(completion())).toContain('is SUPERSEDED');
    await change('tasks', staged.taskId, { state: 'CANCELLED' });
    expect(await problemsOf(completion())).toBe('');
  });

  test('that its event is missing, or is there twice', async () => {
    await change('actions', staged.actionId, { state: 'CONFIRMED' });
    expect(await problemsOf(completion())).toContain('has 0 business events');
    await event(1);
    expect(await problemsOf(completion())).toBe('');
    await event(2);
    expect(await problemsOf(completion())).toContain('has 2 business events');
  });
});

describe('of a case it is noticed', () => {
  const broken = async () => (await checkCases(services.pool)).join('\n');

  test('that its start is missing', async () => {
    expect(await broken()).toContain('a case was started by other than one act');
  });

  test('that numbers have a gap', async () => {
    await change('cases', staged.caseId, { book_no: '2/2026', life: 'ACTIVE' });
    expect(await broken()).toContain('numbers of a book have a gap or come twice');
  });

  test('that an open task has no job, and a job no task', async () => {
    await change('tasks', staged.taskId, { state: 'OPEN' });
    expect(await broken()).toContain(`a task is not as its job is: ${staged.taskId} OPEN no job`);
    await services.knex('procedures.deployed_ids').insert({
      ...{ engine_id: ENGINE, deployed_id: 'mau__p', tenant_id: 'mau', package_id: 'p', version: '1.0.0' },
      ...{ kind: 'process', plain_id: 'p', deployed_at: new Date() },
    });
    await services.knex('procedures.jobs').insert({
      ...{ engine_id: ENGINE, job_key: 5, job_type: 'io.camunda.zeebe:userTask', bpmn_process_id: 'mau__p' },
      ...{ state: 'CREATED', updated_position: 1 },
    });
    expect(await broken()).toContain('a job of ours has other than one task: 5');
  });

  test('that its document is not there, or is of no case', async () => {
    await change('cases', staged.caseId, { life: 'ACTIVE', book_no: '1/2026' });
    await services.pool.query(`insert into public.sample_requests values ('stray', 'MOI', '1/2026')`);
    const told = await broken();
    expect(told).toContain('the document of a case is in another state, or is not alone');
    expect(told).toContain('a document has no case: stray');
  });
});
