// Measures what an officer feels: from sending a completed task until the next one is there, over HTTP, on a stack of its
// own; and how long a page of the task list takes. BENCH_SAMPLES=300 after 50 that are not counted.
import { randomUUID } from 'node:crypto';
import { ApiClient } from '../support/api-client.mjs';
import { serveApp } from '../support/served-app.mjs';
import { quantiles, reporter } from './support/report.mjs';
import { sleep } from './support/started-platform.mjs';

const SAMPLES = Number(process.env.BENCH_SAMPLES ?? 300);
const WARM_UP = 50;
const LISTS = 200;
const OFFICER = 'van-phong@tam-thanh.example';
const START = { title: 'Họp tổ', detail: 'Đo thời gian', quantity: 4, requestedAt: '2030-01-02T09:00:00+07:00' };

const report = reporter('task-to-task');
const app = await serveApp();
try {
  const officer = await ApiClient.signIn(app.baseUrl, OFFICER, app.passwords[OFFICER]);
  const waits = [];
  const answers = [];
  let told = 0;
  for (let n = 0; n < WARM_UP + SAMPLES; n += 1) {
    const task = await claimedTask(officer);
    const one = await completeAndSeeNext(officer, task);
    if (n < WARM_UP) continue;
    waits.push(one.nextMs);
    answers.push(one.answerMs);
    if (one.isTold) told += 1;
  }
  report('completed task to next task', 'ms', {
    ...quantiles(waits, 0.5, 0.95, 0.99),
    aim: { p50: 50, p99: 250 },
    inTheAnswer: told,
  });
  report('completion to its answer', 'ms', quantiles(answers, 0.5, 0.95, 0.99));

  const lists = [];
  let total = 0;
  for (let n = 0; n < LISTS; n += 1) {
    const began = performance.now();
    total = (await officer.get('/procedures/tasks?view=unit')).total;
    lists.push(performance.now() - began);
  }
  report('a page of the task list', 'ms', { ...quantiles(lists, 0.5, 0.95), openTasks: total, pageSize: 30 });
} finally {
  await app.stop();
}

/** The first task of a new case, claimed. @param {ApiClient} client */
async function claimedTask(client) {
  const body = { packageId: 'vi-du', event: 'BAT_DAU', values: { record: START }, clientId: randomUUID() };
  const { caseId, actionId } = await client.post('/procedures/cases?wait=10000', body);
  const { next } = await client.get(`/procedures/actions/${actionId}?wait=10000`);
  const task = next ?? (await openTask(client, caseId, 'tiep_nhan'));
  const claimed = await client.post(`/procedures/tasks/${task.id}/claim`, { version: task.version });
  return claimed.task;
}

/** @param {ApiClient} client @param {{ id: string, version: number, caseId: string }} task */
async function completeAndSeeNext(client, task) {
  const body = { version: task.version, values: { record: { quantity: 4 } } };
  const began = performance.now();
  const { state, next } = await client.post(`/procedures/tasks/${task.id}/complete?wait=10000`, body);
  const answerMs = performance.now() - began;
  if (state !== 'CONFIRMED') throw new Error(`Expected the completion to be confirmed, but it is ${state}`);
  if (!next) await openTask(client, task.caseId, 'xu_ly');
  return { answerMs, nextMs: performance.now() - began, isTold: Boolean(next) };
}

/** @param {ApiClient} client @param {string} caseId @param {string} elementId */
async function openTask(client, caseId, elementId) {
  for (let tries = 0; tries < 1000; tries += 1) {
    const { tasks } = await client.get(`/procedures/cases/${caseId}`);
    const open = tasks.find((/** @type {any} */ task) => task.state === 'OPEN' && task.elementId === elementId);
    if (open) return (await client.get(`/procedures/tasks/${open.id}`)).task;
    await sleep(5);
  }
  throw new Error(`Expected task ${elementId} to open, but it did not`);
}
