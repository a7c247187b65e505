// Twenty kills on one stack: every step of a move with application, broker and database, some of them twice.
import { runMoves } from '../integration/faults/run-rounds';

test('twenty kills at every step of a move lose nothing of a case and do nothing twice', async () => {
  const seed = Date.now() % 1_000_000;
  const { code, rounds, log } = await runMoves(20, seed);
  if (code !== 0) process.stderr.write(log);
  expect(
    rounds.flatMap((round) => round.problems.map((one) => `seed ${seed}, ${round.killed} at ${round.step}: ${one}`)),
  ).toEqual([]);
  expect(rounds).toHaveLength(20);
  expect(new Set(rounds.map((round) => `${round.killed} ${round.step}`)).size).toBe(15);
  expect(code).toBe(0);
}, 3_600_000);
