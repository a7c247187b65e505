// Owns the running of tests/faults/run-rounds.mjs from a test: what it printed, one object a round.
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

const script = path.resolve(__dirname, '../../faults/run-rounds.mjs');

export function runRounds(
  rounds: number,
  seed: number,
): Promise<{ code: number | null; rounds: Round[]; log: string }> {
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
      resolve({ code, rounds: lines.map((line) => JSON.parse(line) as Round), log });
    });
  });
}
