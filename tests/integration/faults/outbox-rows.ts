// Rows that a sender works on, as short as the tables allow, and an engine that answers what a test says.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CommandAnswer, Engine } from '../../../src/plugins/procedures/server/src/engine/engine';
import { Sender } from '../../../src/plugins/procedures/server/src/outbox/sender';
import type { ActionKind, ActionRecord, EngineCommand } from '../../../src/plugins/procedures/server/src/storage/rows';
import type { TestServices } from '../records/services';

export const TENANT = 'mau';
export const ENGINE = randomUUID();
const PERSON = randomUUID();
const AT = new Date('2026-11-02T01:00:00Z');

export async function seed(knex: Knex): Promise<void> {
  await knex('procedures.tenants').insert({ id: TENANT, name: 'Mẫu', created_at: AT });
  await knex('procedures.people').insert({ id: PERSON, tenant_id: TENANT, full_name: 'Người Mẫu' });
}

export interface Staged {
  actionId: string;
  taskId: string | null;
  caseId: string;
  jobKey: string;
  command: EngineCommand;
}

let jobs = 1000;

/** A staged act; with `COMPLETE_TASK` also its task. */
export async function stage(
  knex: Knex,
  {
    kind = 'COMPLETE_TASK',
    state = 'STAGED',
    dueIn = '0 seconds',
    command,
  }: { kind?: ActionKind; state?: string; dueIn?: string; command?: EngineCommand } = {},
): Promise<Staged> {
  const [actionId, taskId, caseId] = [randomUUID(), kind === 'COMPLETE_TASK' ? randomUUID() : null, randomUUID()];
  jobs += 1;
  const jobKey = String(jobs);
  const sent = command ?? { kind: 'completeJob' as const, jobKey, variables: {} };
  await knex('procedures.cases').insert({
    ...{ id: caseId, tenant_id: TENANT, package_id: 'p', package_version: '1.0.0', record_type: 'api::x.x' },
    ...{
      record_document_id: caseId,
      state: 'MOI',
      handling_unit: 'VP',
      received_at: AT,
      created_at: AT,
      updated_at: AT,
    },
  });
  if (taskId) {
    await knex('procedures.tasks').insert({
      ...{ id: taskId, case_id: caseId, tenant_id: TENANT, engine_id: ENGINE, job_key: jobKey, element_id: 'viec' },
      ...{ element_instance_key: jobKey, process_id: 'p', title: 'Việc', state: 'COMPLETING', opened_at: AT },
    });
  }
  await knex('procedures.actions').insert({
    ...{ id: actionId, tenant_id: TENANT, case_id: caseId, task_id: taskId, kind, event_code: 'VIEC', state },
    ...{ business_at: AT, entered_at: AT, person_id: PERSON },
    payload: JSON.stringify({
      values: { task: { note: 'đã gõ' } },
      record: {},
      people: null,
      task: {},
      facts: {},
      actor: null,
    }),
    command: JSON.stringify(sent),
    next_attempt_at: knex.raw(`now() + interval '${dueIn}'`),
  });
  return { actionId, taskId, caseId, jobKey, command: sent };
}

export async function actionOf(knex: Knex, id: string): Promise<ActionRecord> {
  return knex('procedures.actions').where({ id }).first();
}

export interface TestSender {
  sender: Sender;
  sent: string[];
  logged: string[];
  settled: string[];
}

/** `answer` is the engine's, `fence` what happens in one. */
export function senderOf(
  { knex }: Pick<TestServices, 'knex'>,
  { answer, fence = async () => undefined }: { answer: () => Promise<CommandAnswer>; fence?: () => Promise<void> },
): TestSender {
  const heard: TestSender = { sent: [], logged: [], settled: [] } as unknown as TestSender;
  const send = (variables: Readonly<Record<string, unknown>>) => {
    heard.sent.push(String(variables.actionId));
    return answer();
  };
  const engine = {
    completeJob: (_jobKey: string, variables: Readonly<Record<string, unknown>>) => send(variables),
    publishMessage: (message: { variables: Readonly<Record<string, unknown>> }) => send(message.variables),
  } as unknown as Engine;
  const log = {
    info() {},
    warn: (line: string) => void heard.logged.push(line),
    error: (line: string) => void heard.logged.push(line),
  };
  const settled = (id: string) => void heard.settled.push(id);
  const whenSettled = async () => false;
  heard.sender = new Sender({ knex, engine, records: { fence }, log, settled, whenSettled });
  return heard;
}
