/** Owns starting the platform as its user does, as a process of its own, and ending it as Ctrl-C does. */
import { spawn } from 'node:child_process';
import { freePorts } from '../../../src/local-services/free-port.mjs';
import { alive, processTree } from './process-tree.mjs';

/**
 * @param {object} options
 * @param {string} options.cwd
 * @param {string[]} options.command program and arguments
 * @param {string} options.dataDir
 * @param {number} options.withinMs
 * @param {Record<string, string>} [options.env]
 */
export async function startPlatform({ cwd, command: [program, ...args], dataDir, withinMs, env = {} }) {
  const [port] = await freePorts(1);
  const began = performance.now();
  const child = spawn(program, args, {
    cwd,
    // A process group of its own: Ctrl-C at a terminal reaches npm, its shell and what it runs, and so does ours.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      PROCEDURES_DATA_DIR: dataDir,
      // A stack of its own, whatever the operator's settings are.
      DATABASE_URL: '',
      ZEEBE_ADDRESS: '',
      // With it the stack ends by itself should this process be killed.
      npm_lifecycle_event: 'bench',
      ...env,
    },
  });
  let output = '';
  let readyMs = 0;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
      if (readyMs === 0 && output.includes('Sẵn sàng / Ready')) readyMs = performance.now() - began;
    });
  }
  let isGone = false;
  void exited.then(() => {
    isGone = true;
  });
  const interrupt = () => isGone || process.kill(-(/** @type {number} */ (child.pid)), 'SIGINT');
  process.once('exit', interrupt);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  const tree = () => processTree(/** @type {number} */ (child.pid));
  const stop = async () => {
    const members = tree();
    interrupt();
    await exited;
    process.off('exit', interrupt);
    // The reaper looks a moment longer than its parent.
    for (let tries = 0; tries < 50 && alive(members).length > 0; tries += 1) await sleep(100);
    const left = alive(members);
    if (left.length > 0) throw new Error(`Expected no process to be left, but there are: ${JSON.stringify(left)}`);
  };
  const hasEnded = async () => {
    if (performance.now() - began > withinMs) return `was not ready within ${withinMs / 1000} s`;
    return isGone ? 'ended' : null;
  };
  try {
    const signInMs = await until(() => signInPageAnswers(port), hasEnded, began);
    await until(async () => readyMs > 0, hasEnded, began);
    return { signInSeconds: signInMs / 1000, readySeconds: readyMs / 1000, output: () => output, tree, stop };
  } catch (error) {
    await stop();
    throw new Error(`${/** @type {Error} */ (error).message}\n${output.slice(-3000)}`, { cause: error });
  }
}

/** @param {number} port */
async function signInPageAnswers(port) {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/admin/auth/login`, { signal: AbortSignal.timeout(2_000) });
    return answer.ok && (await answer.text()).includes('<html');
  } catch {
    return false;
  }
}

/**
 * @param {() => Promise<boolean>} look
 * @param {() => Promise<string | null>} hasEnded
 * @param {number} began
 * @returns {Promise<number>} milliseconds since `began`
 */
async function until(look, hasEnded, began) {
  for (;;) {
    if (await look()) return performance.now() - began;
    const why = await hasEnded();
    if (why) throw new Error(`Expected the platform to become ready, but it ${why}`);
    await sleep(25);
  }
}

/** @param {number} ms */
export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
