/** A throw-away broker that is asked for its verdicts: its own data folder, gone when it is stopped. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startServices } from '../services.mjs';
import { Trouble } from '../trouble.mjs';
import { serverModule } from './server-module.mjs';

/**
 * @param {import('../progress.mjs').Progress} _progress
 * @returns {Promise<{ ask(file: string, bytes: Buffer): Promise<{ verdict: string, reason: string | null }>, stop(): Promise<void> }>}
 */
export async function engineVerdicts(_progress) {
  const services = await startServices({
    dataDir: fs.mkdtempSync(path.join(os.tmpdir(), 'procedures-check-')),
    postgres: false,
    log: (line) => void process.stderr.write(`${line}\n`),
  });
  const { connectEngine } = serverModule('engine/connect-engine');
  const engine = connectEngine({ address: services.env.ZEEBE_ADDRESS, isAllowed: () => true });
  return {
    async ask(file, bytes) {
      const name = `file${path.extname(file)}`;
      const answer = await engine.deployResources([{ name, content: bytes }]);
      if (answer.status === 'accepted') return { verdict: 'accepted', reason: null };
      if (answer.status === 'rejected') return { verdict: 'refused', reason: answer.message };
      throw new Trouble(
        `Máy Zeebe tạm không trả lời: ${answer.message}`,
        `Expected the broker to answer, but: ${answer.message}`,
      );
    },
    async stop() {
      await engine.close();
      await services.stop({ remove: true });
    },
  };
}
