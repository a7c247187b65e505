/**
 * `npm run cases -- FILE`: drives every case of a file of the form of tests/cases/intake-cases.json on a stack of its own,
 * all cases as one chronological queue of events on a clock that is moved by hand, and prints one JSON line a case.
 * Exit 0 only when all agree. Nothing under `expected` is read but to compare.
 */
import fs from 'node:fs';
import path from 'node:path';
import { startApp } from '../support/start-app.mjs';
import { CaseRun } from './case-run.mjs';
import { compareCase } from './compare-case.mjs';
import { prepareTenants } from './prepare-tenants.mjs';
import { Staff } from './staff.mjs';

/**
 * @param {string} file @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<Record<string, any>[]>} one result a case, in the order of the file
 */
export async function runCases(file, options = {}) {
  const { header, cases } = JSON.parse(fs.readFileSync(file, 'utf8'));
  const inputs = cases.map(({ expected, ...input }) => input);
  const queue = inputs
    .flatMap((input, order) => input.events.map((event) => ({ order, input, event, at: new Date(event.at) })))
    .sort((a, b) => a.at - b.at || a.order - b.order || a.event.n - b.event.n);
  const app = await startApp({ startAt: new Date(queue[0].at.getTime() - 86_400_000), log: options.log });
  try {
    const staff = new Staff(app.baseUrl, app.passwords);
    await prepareTenants(app, staff, header, [...new Set(inputs.map((input) => input.ward))]);
    const runs = new Map(inputs.map((input) => [input.id, new CaseRun(app, staff, input)]));
    const bookNoOf = (id) => runs.get(id)?.bookNo ?? id;
    for (const { input, event, at } of queue) {
      app.clock.moveTo(at);
      await app.tick();
      await runs.get(input.id).enter(event, bookNoOf);
    }
    return cases.map((one) => {
      const result = runs.get(one.id).result();
      const diffs = [...result.diffs, ...compareCase(one.expected, result, one.events)];
      return { id: one.id, ok: diffs.length === 0, ...result, diffs };
    });
  } finally {
    await app.stop();
  }
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  const file = process.argv[2];
  if (!file) {
    process.stderr.write('Cần tên tệp: npm run cases -- FILE / Expected a file: npm run cases -- FILE\n');
    process.exit(2);
  }
  const results = await runCases(file, { log: (line) => process.stderr.write(`${line}\n`) });
  for (const result of results) process.stdout.write(`${JSON.stringify(result)}\n`);
  process.exit(results.every((result) => result.ok) ? 0 : 1);
}
