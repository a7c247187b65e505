/** A throw-away broker that is asked for its verdicts: its own data folder, gone when it is stopped. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startServices } from '../services.mjs';
import { Trouble } from '../trouble.mjs';
import { serverModule } from './server-module.mjs';

/**
 * @typedef {{ verdict: string, reason: string | null }} Verdict
 * @typedef {{ ask(file: string, bytes: Buffer): Promise<Verdict>, askPackage(pkg: object): Promise<Verdict>, stop(): Promise<void> }} EngineVerdicts
 */

/**
 * @param {import('../progress.mjs').Progress} _progress
 * @returns {Promise<EngineVerdicts>}
 */
export async function engineVerdicts(_progress) {
  const services = await startServices({
    dataDir: fs.mkdtempSync(path.join(os.tmpdir(), 'procedures-check-')),
    postgres: false,
    log: (line) => void process.stderr.write(`${line}\n`),
  });
  const { connectEngine } = serverModule('engine/connect-engine');
  const engine = connectEngine({ address: services.env.ZEEBE_ADDRESS, isAllowed: () => true });
  const deploy = async (/** @type {{ name: string, content: Buffer }[]} */ resources) => {
    const answer = await engine.deployResources(resources);
    if (answer.status === 'accepted') return { verdict: 'accepted', reason: null };
    if (answer.status === 'rejected') return { verdict: 'refused', reason: answer.message };
    throw new Trouble(
      `Máy Zeebe tạm không trả lời: ${answer.message}`,
      `Expected the broker to answer, but: ${answer.message}`,
    );
  };
  return {
    ask: (file, bytes) => deploy([{ name: `file${path.extname(file)}`, content: bytes }]),
    async askPackage(pkg) {
      const { rewritePackage } = serverModule('packages/rewrite-package');
      return deploy((await rewritePackage(pkg, { tenantId: 'check' })).resources);
    },
    async stop() {
      await engine.close();
      await services.stop({ remove: true });
    },
  };
}
