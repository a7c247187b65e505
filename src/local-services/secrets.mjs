/**
 * The secrets of one stack: drawn once at random, kept in `secrets.env` beside its data and readable by its owner only.
 * A secret that the operator sets in the environment wins over the kept one.
 */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parseEnvFile } from './env-file.mjs';

const draw = (bytes = 32) => randomBytes(bytes).toString('base64url');

/** @type {Record<string, () => string>} */
const DRAWN = {
  APP_KEYS: () => [draw(), draw(), draw(), draw()].join(','),
  API_TOKEN_SALT: draw,
  ADMIN_JWT_SECRET: draw,
  TRANSFER_TOKEN_SALT: draw,
  JWT_SECRET: draw,
  ENCRYPTION_KEY: draw,
  PROCEDURES_RECORDS_PASSWORD: draw,
  PROCEDURES_DATABASE_PASSWORD: draw,
};

/**
 * @param {string} dataDir
 * @param {Record<string, string | undefined>} [env]
 * @returns {Record<string, string>}
 */
export function secretsOf(dataDir, env = {}) {
  const file = path.join(dataDir, 'secrets.env');
  const kept = fs.existsSync(file) ? parseEnvFile(fs.readFileSync(file, 'utf8')) : {};
  const missing = Object.keys(DRAWN).filter((name) => !kept[name]);
  for (const name of missing) kept[name] = DRAWN[name]();
  if (missing.length > 0) writePrivately(file, kept);
  fs.chmodSync(file, 0o600);
  return Object.fromEntries(Object.keys(DRAWN).map((name) => [name, env[name] || kept[name]]));
}

/**
 * @param {string} file
 * @param {Record<string, string>} values
 */
function writePrivately(file, values) {
  const beside = `${file}.${process.pid}.new`;
  const text = Object.entries(values).map(([name, value]) => `${name}=${value}\n`);
  fs.writeFileSync(beside, text.join(''), { mode: 0o600 });
  fs.renameSync(beside, file);
}
