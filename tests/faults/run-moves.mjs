/**
 * Moves ten cases of the main procedure to a new version, and kills application, broker or database while they are at a step
 * of the move; what must hold is checked afterwards. One stack for all rounds, a new version each round.
 * `node tests/faults/run-moves.mjs --rounds 20 --seed 7`
 * Prints one JSON line a round: {round, seed, killed, step, killAfterMs, moved, recoveredMs, ok, problems}.
 */
import { parseArgs } from 'node:util';
import { checkAudit, checkProjection } from './check-log.mjs';
import { checkMoves, wholeCases } from './check-moves.mjs';
import { startFaultStack, VICTIMS } from './fault-stack.mjs';
import { waitUntilQuiet } from './quiet.mjs';
import { randomFrom } from './random.mjs';
import { publishSecondApproval } from './second-approval.mjs';
import { holdTasks, standingCases } from './standing-cases.mjs';

const STEPS = ['HELD', 'CANCELLING', 'CREATING', 'RESTORING', 'RELEASED'];
/** A step lasts about as long: the kill comes somewhere within. */
const WITHIN_STEP_MS = 250;
const RECOVER_MS = 180_000;
const MOVES = '/procedures/packages/nguon-tin/moves';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '2' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const seed = Number(values.seed);
const random = randomFrom(seed);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const stack = await startFaultStack({ log: (line) => process.stderr.write(`${line}\n`) });
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => void stack.stop().finally(() => process.exit(1)));
let failed = 0;
try {
  const { staff, runs, inputs } = await standingCases({ baseUrl: stack.app.baseUrl, passwords: stack.passwords });
  const caseIds = [...runs.values()].map((run) => run.caseId);
  await holdTasks(staff, stack.pool);
  const first = random.below(STEPS.length);
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    const step = STEPS[(first + round) % STEPS.length];
    // Five steps, three victims: every step with each of the three, before any comes again.
    const killed = VICTIMS[(first + round) % VICTIMS.length];
    const result = await runRound(staff, caseIds, { round, step, killed });
    process.stdout.write(`${JSON.stringify(result)}\n`);
    if (!result.ok) {
      failed += 1;
      process.stderr.write(`${stack.app.logTail()}\n`);
    }
  }
  const goesOn = await transferWithApproval(runs.get('BD-D03'), inputs.get('BD-D03'));
  if (goesOn) {
    failed += 1;
    process.stderr.write(`${goesOn}\n`);
  }
} catch (error) {
  process.stderr.write(`${stack.app.logTail()}\n`);
  throw error;
} finally {
  await stack.stop();
}
process.exitCode = failed === 0 ? 0 : 1;

async function runRound(staff, caseIds, { round, step, killed }) {
  await publishSecondApproval(staff, `vòng ${round}`);
  const before = await wholeCases(stack.pool, caseIds);
  const administrator = await staff.administratorOf('bach-dang');
  const { id } = await administrator.post(MOVES, { caseIds, restricted: true, reason: `vòng ${round}` });
  await reached(id, step);
  const killAfterMs = random.below(WITHIN_STEP_MS);
  await pause(killAfterMs);
  const killedAt = Date.now();
  await stack.killAndReturn(killed, random.next() < 0.3 ? random.below(4_000) : null);
  await stack.ready();
  const problems = [];
  const late = await batchDone(id);
  if (late) problems.push(`the batch was not done after ${RECOVER_MS / 1000} s: ${late}`);
  const recoveredMs = Date.now() - killedAt;
  const going = await waitUntilQuiet(stack.pool, stack.env.ZEEBE_MANAGEMENT_URL, RECOVER_MS);
  if (going) problems.push(`not quiet: ${going}`);
  if (stack.app.crashes() > 0) problems.push(`the application died ${stack.app.crashes()} times by itself`);
  problems.push(...(await checkMoves(stack.pool, before)), ...(await checkProjection(stack.pool)));
  problems.push(...(await checkAudit(stack.env.DATABASE_URL, stack.pool)));
  const { rows } = await stack.pool.query(
    `select coalesce(outcome, step) as outcome, count(*)::int, string_agg(words->>'en', ' | ') as words
       from procedures.case_moves where batch_id = $1 group by 1`,
    [id],
  );
  const moved = rows.find((row) => row.outcome === 'MOVED')?.count ?? 0;
  if (moved !== caseIds.length)
    problems.push(`expected ${caseIds.length} cases to be moved, but ${JSON.stringify(rows)}`);
  return { round, seed, killed, step, killAfterMs, moved, recoveredMs, ok: problems.length === 0, problems };
}

/** One of the batch's moves is at the step, or past it. */
async function reached(batchId, step) {
  const from = STEPS.slice(STEPS.indexOf(step));
  const limit = Date.now() + 60_000;
  for (;;) {
    const { rows } = await stack.pool.query(
      'select step from procedures.case_moves where batch_id = $1 and step = any($2)',
      [batchId, from],
    );
    if (rows.length > 0) return;
    if (Date.now() > limit) throw new Error(`Expected a move to come to ${step} within 60 s, but none did`);
    await pause(5);
  }
}

/** What is still open at the end of the time, or null. */
async function batchDone(batchId) {
  const limit = Date.now() + RECOVER_MS;
  for (;;) {
    const open = await stack.pool
      .query(
        `select step || case when stuck then ' stuck' else '' end || ' ' || coalesce(words->>'en', '') as at
           from procedures.case_moves where batch_id = $1 and outcome is null`,
        [batchId],
      )
      .then(({ rows }) => rows.map((row) => row.at).join('; '))
      .catch((error) => error.message);
    if (open === '') return null;
    if (Date.now() > limit) return open;
    await pause(200);
  }
}

/** The case goes the new version's way: its transfer waits for the second approval. */
async function transferWithApproval(run, input) {
  const { at: _at, ...transfer } = input.events.find((event) => event.event === 'CHUYEN');
  await run.enter(transfer, (other) => other);
  const [problem] = run.result().diffs;
  if (problem) return `the transfer was refused: ${problem.actual}`;
  const limit = Date.now() + 20_000;
  for (;;) {
    const { rows } = await stack.pool.query(
      `select element_id from procedures.tasks where case_id = $1 and state = 'OPEN'`,
      [run.caseId],
    );
    if (rows.some((row) => row.element_id === 'duyet_chuyen_khan')) return null;
    if (Date.now() > limit)
      return `expected the transfer to wait for its approval, but open are ${rows.map((row) => row.element_id)}`;
    await pause(100);
  }
}
