/** Runs a program in the foreground and says how it ended; those of node_modules by their short name. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { checkoutDir, nodeModulesDir } from './checkout.mjs';

/** @type {Record<string, string>} */
const ENTRIES = {
  tsc: 'typescript/bin/tsc',
  strapi: '@strapi/strapi/bin/strapi.js',
  jest: 'jest/bin/jest.js',
  biome: '@biomejs/biome/bin/biome',
  depcruise: 'dependency-cruiser/bin/dependency-cruise.mjs',
};

/**
 * @param {string} tool
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env] added to ours
 * @returns {Promise<number>} exit code
 */
export const runTool = (tool, args, env) => runNode([path.join(nodeModulesDir, ENTRIES[tool]), ...args], env);

/**
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<number>} exit code
 */
export const runNode = (args, env) => runProgram(process.execPath, args, { env });

/**
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined> }} [options]
 * @returns {Promise<number>} exit code
 */
export function runProgram(program, args, { cwd = checkoutDir, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, STRAPI_TELEMETRY_DISABLED: 'true', ...env },
    });
    /** @type {NodeJS.Signals | undefined} */
    let told;
    // Ctrl-C at a terminal reaches the child by itself; a signal to us alone is passed on.
    const pass = (/** @type {NodeJS.Signals} */ signal) => {
      told = signal;
      child.kill(signal);
    };
    const signals = /** @type {const} */ (['SIGTERM', 'SIGINT']);
    for (const signal of signals) process.on(signal, pass);
    const done = () => signals.forEach((signal) => void process.off(signal, pass));
    child.once('error', (error) => {
      done();
      reject(error);
    });
    child.once('exit', (code) => {
      done();
      // Who tells us to stop means all that was still to run: the child has had its time to end, now we do too.
      if (told) process.kill(process.pid, told);
      else resolve(code ?? 1);
    });
  });
}
