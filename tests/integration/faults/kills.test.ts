// Kills by chance, two stacks at a time: under load, and in the middle of a move. The seed is the same every time and part
// of what is printed when a round fails. Twenty of each, by another seed every time: tests/long.
import { type MoveRound, type Ran, type Round, runMoves, runRounds } from './run-rounds';

const seed = 20_261_129;
let underLoad: Ran<Round>;
let whileMoved: Ran<MoveRound>;

beforeAll(async () => {
  [underLoad, whileMoved] = await Promise.all([runRounds(2, seed), runMoves(1, seed)]);
  for (const { code, log } of [underLoad, whileMoved]) if (code !== 0) process.stderr.write(log);
}, 900_000);

test('a kill -9 under load loses no acknowledged act and does none twice', () => {
  const { code, rounds } = underLoad;
  expect(
    rounds.flatMap((round) => round.problems.map((problem) => `seed ${seed}, ${round.killed}: ${problem}`)),
  ).toEqual([]);
  expect(rounds).toHaveLength(2);
  expect(code).toBe(0);
});

test('a kill -9 in the middle of a move loses nothing of a case and does nothing twice', () => {
  const { code, rounds } = whileMoved;
  expect(
    rounds.flatMap((round) =>
      round.problems.map((problem) => `seed ${seed}, ${round.killed} at ${round.step}: ${problem}`),
    ),
  ).toEqual([]);
  expect(rounds.map((round) => round.moved)).toEqual([10]);
  expect(code).toBe(0);
});
