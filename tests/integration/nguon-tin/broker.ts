// Owns a broker of its own for one test file, with the package's models deployed under their plain ids.

import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServices } from '../../../src/local-services/services.mjs';
import { connectEngine } from '../../../src/plugins/procedures/server/src/engine/connect-engine';
import type { Engine } from '../../../src/plugins/procedures/server/src/engine/engine';
import { manifest, packageFolder } from './intake-cases';
import { openRecordLog, type RecordLog } from './record-log';

export interface TestBroker {
  engine: Engine;
  log: RecordLog;
  stop(): Promise<void>;
}

export async function startBrokerWithPackage(): Promise<TestBroker> {
  const log = await openRecordLog();
  const services = await startServices({
    dataDir: mkdtempSync(join(tmpdir(), 'nguon-tin-')),
    log: () => {},
    postgres: false,
    env: { ZEEBE_BROKER_EXPORTERS_FAST_ARGS_URL: log.url, ZEEBE_BROKER_EXPORTERS_FULL_ARGS_URL: log.url },
  });
  const allowed = new Set(['caseId', 'actionId', ...manifest.variables.map(({ name }) => name)]);
  const engine = connectEngine({ address: services.env.ZEEBE_ADDRESS ?? '', isAllowed: (name) => allowed.has(name) });
  const files = readdirSync(packageFolder)
    .filter((name) => /\.(bpmn|dmn)$/.test(name))
    .map((name) => ({ name, content: readFileSync(join(packageFolder, name)) }));
  const deployed = await engine.deployResources(files);
  if (deployed.status !== 'accepted') throw new Error(`Expected the models to deploy, but: ${deployed.message}`);
  return {
    engine,
    log,
    async stop() {
      await engine.close();
      await services.stop({ remove: true });
      await log.close();
    },
  };
}
