/**
 * Owns the ten cases of the main procedure that moves are tried on: each is worked by the people who would do it, up to
 * another place, and some of its tasks are held by somebody who has begun to write.
 */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { CaseRun } from '../cases/case-run.mjs';
import { Staff } from '../cases/staff.mjs';

const FILE = path.resolve(import.meta.dirname, '../cases/intake-cases.json');
export const WARD = 'bach-dang';

/** Case of the file -> how many of its events have happened; where it then stands. */
const STANDING = {
  'BD-D07': 1, // classification
  'BD-D03': 2, // urgent: three branches, one of them inside a sub-process
  'BD-D12': 5, // press: beside the rest an event sub-process is at work
  'BD-D13': 3, // handed over by telephone: five tasks
  'BD-D16': 4, // documents are missing: an event sub-process
  'BD-D36': 2, // the ordinary way: a boundary event waits on a sub-process
  'BD-D34': 3, // transferred: an event-based gateway waits for the receiver
  'BD-D26': 4, // followed up: the second event-based gateway
  'BD-D05': 9, // resolved by the ward: extended once
  'BD-D38': 9, // suspended: documents to send
};

/** @param {{ baseUrl: string, passwords: Record<string, string> }} app @returns {Promise<{ staff: Staff, runs: Map<string, CaseRun>, inputs: Map<string, any> }>} */
export async function standingCases({ baseUrl, passwords }) {
  const staff = new Staff(baseUrl, passwords);
  const { cases } = JSON.parse(fs.readFileSync(FILE, 'utf8'));
  const app = {
    baseUrl,
    clock: { now: () => new Date() },
    settle: () => new Promise((resolve) => setTimeout(resolve, 150)),
  };
  const runs = new Map();
  const inputs = new Map();
  for (const [id, count] of Object.entries(STANDING)) {
    const input = cases.find((one) => one.id === id);
    const run = new CaseRun(app, staff, input);
    inputs.set(id, input);
    runs.set(id, run);
    // Now, not when the file says: what is entered late would need a reason.
    for (const { at: _at, ...event } of input.events.slice(0, count)) {
      await run.enter(event, (other) => other);
      const [problem] = run.result().diffs;
      if (problem) throw new Error(`${id} ${problem.path}: ${problem.actual}`);
    }
  }
  return { staff, runs, inputs };
}

/** Somebody who may takes a task of each case and writes a draft. @param {Staff} staff @param {import('pg').Pool} pool */
export async function holdTasks(staff, pool) {
  const { rows } = await pool.query(
    `select distinct on (case_id) id, version, candidate_groups from procedures.tasks where state = 'OPEN' and tenant_id = $1 order by case_id, id`,
    [WARD],
  );
  let held = 0;
  for (const task of rows) {
    const units = task.candidate_groups.map((group) => group.split('/')[0]);
    for (const email of staff.emailsOf(WARD, units)) {
      const client = await staff.client(email);
      const claimed = await client.call('POST', `/procedures/tasks/${task.id}/claim`, { version: task.version });
      if (claimed.status !== 200) continue;
      const stamp = { page: randomUUID(), count: 1, seen: null };
      const draft = { values: { task: { note: `Nháp của ${task.id}` } }, stamp };
      const saved = await client.call('PUT', `/procedures/tasks/${task.id}/draft`, draft);
      if (saved.status >= 300) throw new Error(`Expected a draft to be kept, but ${JSON.stringify(saved.body)}`);
      held += 1;
      break;
    }
  }
  return held;
}
