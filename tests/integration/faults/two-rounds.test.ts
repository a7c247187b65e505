// Two rounds of chance: something is killed under load, and nothing that was acknowledged is lost or happens twice. The
// seed is a new one every time, and is part of what is printed when a round fails.
import { runRounds } from './run-rounds';

test('a kill -9 under load loses no acknowledged act and does none twice', async () => {
  const seed = Date.now() % 1_000_000;
  const { code, rounds, log } = await runRounds(2, seed);
  const problems = rounds.flatMap((round) =>
    round.problems.map((problem) => `seed ${seed}, ${round.killed}: ${problem}`),
  );
  if (code !== 0) process.stderr.write(log);
  expect(problems).toEqual([]);
  expect(rounds).toHaveLength(2);
  expect(code).toBe(0);
}, 480_000);
