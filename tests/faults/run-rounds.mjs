/**
 * Kills the application, the broker or the database under load, once a round at a moment of chance, and checks what must
 * hold afterwards. One stack for all rounds; everything on 127.0.0.1; each round ends by itself.
 * `node tests/faults/run-rounds.mjs --rounds 20 --seed 7 [--victims app,broker,database]`
 * Prints one JSON line a round: {round, seed, killed, killAfterMs, killAgainAfterMs, acknowledged, confirmed, superseded, recoveredMs, ok, problems}.
 */
import { parseArgs } from 'node:util';
import { checkActs } from './check-acts.mjs';
import { checkCases } from './check-cases.mjs';
import { checkAudit, checkProjection } from './check-log.mjs';
import { startFaultStack, VICTIMS } from './fault-stack.mjs';
import { Load } from './load.mjs';
import { Person } from './person.mjs';
import { waitUntilQuiet } from './quiet.mjs';
import { randomFrom } from './random.mjs';

const LOAD_MS = 12_000;
/** The kill comes between the third and the ninth second of the load. */
const KILL_FROM_MS = 3_000;
const KILL_WITHIN_MS = 6_000;
const KILL_AGAIN_WITHIN_MS = 6_000;
const RECOVER_MS = 120_000;
const PEOPLE = ['tam-thanh', 'bach-dang'].flatMap((tenant) => [
  { email: `van-phong@${tenant}.example`, isHead: false },
  { email: `lanh-dao-van-phong@${tenant}.example`, isHead: true },
]);

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '2' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    victims: { type: 'string', default: VICTIMS.join(',') },
  },
});
const seed = Number(values.seed);
const random = randomFrom(seed);
const load = new Load(random);

const stack = await startFaultStack({ log: (line) => process.stderr.write(`${line}\n`) });
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => void stack.stop().finally(() => process.exit(1)));
let failed = 0;
try {
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    const result = await runRound(round, random.pick(values.victims.split(',')));
    process.stdout.write(`${JSON.stringify(result)}\n`);
    if (!result.ok) {
      failed += 1;
      process.stderr.write(`${stack.app.logTail()}\n`);
    }
  }
} finally {
  await stack.stop();
}
process.exitCode = failed === 0 ? 0 : 1;

/** @param {number} round @param {'app' | 'broker' | 'database'} killed */
async function runRound(round, killed) {
  const before = { acknowledged: load.acknowledged.length, crashes: stack.app.crashes() };
  load.answers = {};
  const people = await Promise.all(PEOPLE.map((who) => Person.signIn(stack.app.baseUrl, stack.passwords, who)));
  const killAfter = KILL_FROM_MS + random.below(KILL_WITHIN_MS);
  // Every other one is killed a second time, while it is coming back or has just come.
  const killAgainAfter = random.next() < 0.5 ? random.below(KILL_AGAIN_WITHIN_MS) : null;
  const loading = load.run(people, Date.now() + LOAD_MS);
  await new Promise((resolve) => setTimeout(resolve, killAfter));
  const killedAt = new Date();
  const problems = [];
  await Promise.all([loading, stack.killAndReturn(killed, killAgainAfter)]);
  await stack.ready();
  const officers = people.filter((person) => !person.isHead);
  const working = await Promise.all(officers.map((person) => load.startOne(person, killedAt.getTime() + RECOVER_MS)));
  if (working.includes(false)) problems.push(`nobody could start a case within ${RECOVER_MS / 1000} s of the kill`);
  const going = await waitUntilQuiet(stack.pool, stack.env.ZEEBE_MANAGEMENT_URL, RECOVER_MS);
  if (going) problems.push(`not quiet after ${RECOVER_MS / 1000} s: ${going}`);
  const crashes = stack.app.crashes() - before.crashes;
  if (crashes > 0) problems.push(`the application died ${crashes} times by itself`);

  const acts = await checkActs(stack.pool, load.acknowledged);
  problems.push(...acts.problems, ...(await checkCases(stack.pool)), ...(await checkProjection(stack.pool)));
  problems.push(...(await checkAudit(stack.env.DATABASE_URL, stack.pool)));
  const acknowledged = load.acknowledged.length - before.acknowledged;
  if (acknowledged === 0) problems.push('nothing was acknowledged: this round shows nothing');
  return {
    ...{ round, seed, killed, killAfterMs: killAfter, killAgainAfterMs: killAgainAfter, acknowledged },
    // Of all rounds up to now: what an earlier round confirmed must stay so.
    ...{ confirmed: acts.confirmed, superseded: acts.superseded },
    recoveredMs: await recoveredAfter(killedAt),
    answers: load.answers,
    ok: problems.length === 0,
    problems,
  };
}

/** Milliseconds from the kill until an act that was entered after it had had its effects. @param {Date} killedAt */
async function recoveredAfter(killedAt) {
  const { rows } = await stack.pool.query(
    `select min(settled_at) as at from procedures.actions where state = 'CONFIRMED' and entered_at > $1`,
    [killedAt],
  );
  return rows[0].at ? rows[0].at.getTime() - killedAt.getTime() : null;
}
