// Owns the running of tests/faults/run-rounds.mjs and run-moves.mjs from a test: what it printed, one object a round.
import { spawn } from 'node:child_process';
import path from 'node:path';

export interface Round {
  round: number;
  killed: string;
  acknowledged: number;
  confirmed: number;
  recoveredMs: number | null;
  ok: boolean;
  problems: string[];
}

export interface MoveRound extends Pick<Round, 'round' | 'killed' | 'ok' | 'problems'> {
  step: string;
  moved: number;
}

export interface Ran<R> {
  code: number | null;
  rounds: R[];
  log: string;
}

export const runRounds = (rounds: number, seed: number): Promise<Ran<Round>> => run('run-rounds.mjs', rounds, seed);
export const runMoves = (rounds: number, seed: number): Promise<Ran<MoveRound>> => run('run-moves.mjs', rounds, seed);

function run<R>(name: string, rounds: number, seed: number): Promise<Ran<R>> {
  const script = path.resolve(__dirname, '../../faults', name);
  const child = spawn(process.execPath, [script, '--rounds', String(rounds), '--seed', String(seed)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // The running application of the other tests is none of its business.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LANG: process.env.LANG, TZ: process.env.TZ },
  });
  let output = '';
  let log = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    log += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      const lines = output.split('\n').filter((line) => line.startsWith('{'));
      resolve({ code, rounds: lines.map((line) => JSON.parse(line) as R), log });
    });
  });
}
