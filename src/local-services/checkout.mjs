/** Where things lie: the checkout, its node_modules, and the user's cache folder that all checkouts share. */
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const checkoutDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

export const nodeModulesDir = path.join(checkoutDir, 'node_modules');

/** @param {NodeJS.ProcessEnv} [env] */
export function cacheDir(env = process.env) {
  const base = env.XDG_CACHE_HOME || path.join(env.HOME || os.homedir(), '.cache');
  return path.join(base, 'procedures-ward');
}

/** @param {string} moduleUrl `import.meta.url` of the asking module */
export const isMainModule = (moduleUrl) => {
  const entry = process.argv[1];
  return entry !== undefined && path.resolve(entry) === fileURLToPath(moduleUrl);
};
