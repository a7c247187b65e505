/**
 * The engine id: one uuid for each life of a broker's data. New data repeats positions and keys, so it gets a new id,
 * and data that is kept keeps it.
 */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * @param {string} brokerDir
 * @returns {{ engineId: string, brokerData: string }}
 */
export function engineIdOf(brokerDir) {
  const brokerData = path.join(brokerDir, 'data');
  const file = path.join(brokerDir, 'engine-id');
  if (!fs.existsSync(brokerData) || !fs.existsSync(file)) {
    // Data without its id cannot be told from another engine's: it is set aside, not guessed at.
    if (fs.existsSync(brokerData)) fs.renameSync(brokerData, `${brokerData}.without-id.${Date.now()}`);
    fs.mkdirSync(brokerDir, { recursive: true, mode: 0o700 });
    fs.writeFileSync(file, `${randomUUID()}\n`);
    fs.mkdirSync(brokerData);
  }
  return { engineId: fs.readFileSync(file, 'utf8').trim(), brokerData };
}
