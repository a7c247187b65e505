/** Files of `NAME=value` lines: `.env` of the checkout and the files this folder keeps beside the data. */
import fs from 'node:fs';

/**
 * @param {string} text
 * @returns {Record<string, string>}
 */
export function parseEnvFile(text) {
  /** @type {Record<string, string>} */
  const values = {};
  for (const line of text.split(/\r?\n/)) {
    const match = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line);
    if (match) values[match[1]] = match[2].replace(/^(["'])(.*)\1$/, '$2');
  }
  return values;
}

/**
 * Puts the file's values into the environment; what is set there already stays.
 * @param {string} file
 * @param {NodeJS.ProcessEnv} env
 */
export function loadEnvFile(file, env) {
  if (!fs.existsSync(file)) return;
  for (const [name, value] of Object.entries(parseEnvFile(fs.readFileSync(file, 'utf8')))) {
    if (env[name] === undefined && value !== '') env[name] = value;
  }
}

/** @param {Record<string, string>} values */
export const exportLines = (values) =>
  Object.entries(values)
    .map(([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'\n`)
    .join('');
