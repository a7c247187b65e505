// Twenty rounds of chance on one stack: what an early round left behind would come out in a later one.
import { type Round, runRounds } from '../integration/faults/run-rounds';

test('twenty kills under load lose no acknowledged act and do none twice', async () => {
  const seed = Date.now() % 1_000_000;
  const { code, rounds, log } = await runRounds(20, seed);
  const told = (round: Round) =>
    round.problems.map((problem) => `seed ${seed}, round ${round.round}, ${round.killed}: ${problem}`);
  if (code !== 0) process.stderr.write(log);
  expect(rounds.flatMap(told)).toEqual([]);
  expect(rounds).toHaveLength(20);
  expect(new Set(rounds.map((round) => round.killed))).toEqual(new Set(['app', 'broker', 'database']));
  expect(code).toBe(0);
}, 3_600_000);
