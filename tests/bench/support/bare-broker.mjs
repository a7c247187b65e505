/**
 * Owns a broker without the platform: the same settings and exporters, one package deployed as the platform deploys it,
 * the engine module for the commands, and a sink for the records that remembers only which start messages have correlated.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkoutDir } from '../../../src/local-services/checkout.mjs';
import { startServices } from '../../../src/local-services/services.mjs';

const DAY_MS = 86_400_000;
const require = createRequire(import.meta.url);
const load = (/** @type {string} */ file) =>
  require(path.join(checkoutDir, 'dist/src/plugins/procedures/server/src', file));

/**
 * @param {string} packageId
 * @param {string} event the start to be measured
 * @param {Record<string, unknown>} record as the form would leave it
 */
export async function bareBroker(packageId, event, record) {
  const { connectEngine } = load('engine/connect-engine.js');
  const { readPackageFolder } = load('packages/read-package.js');
  const { rewritePackage } = load('packages/rewrite-package.js');
  const { engineVariables } = load('context/engine-variables.js');
  const { feelContext } = load('context/feel-context.js');

  const dataDir = mkdtempSync(path.join(tmpdir(), 'procedures-bare-'));
  const services = await startServices({ dataDir, postgres: false, log: () => {} });
  const sink = await startSink(Number(services.env.PROCEDURES_RECORDS_PORT));
  const engine = connectEngine({ address: services.env.ZEEBE_ADDRESS, isAllowed: () => true });
  const stop = async () => {
    await engine.close();
    await services.stop({ remove: true });
    sink.close();
  };
  try {
    const read = await readPackageFolder(path.join(checkoutDir, 'bpmn', packageId));
    const rewritten = await rewritePackage(read, { tenantId: 'bench' });
    const deployed = await engine.deployResources(rewritten.resources);
    if (deployed.status !== 'accepted')
      throw new Error(`Expected ${packageId} to be deployed, but: ${deployed.message}`);
    const { manifest } = read;
    const plain = manifest.starts.find((/** @type {any} */ one) => one.event === event).message;
    const { deployedId } = rewritten.ids.find((/** @type {any} */ id) => id.kind === 'message' && id.plainId === plain);
    const parameters = Object.fromEntries(manifest.parameters.map((/** @type {any} */ one) => [one.name, one.default]));
    const context = feelContext({ record, event: { code: event, at: new Date() }, parameters, tenantId: 'bench' });
    const variables = engineVariables(manifest, context);
    return {
      stop,
      /** Starts one instance; resolves when the record of its start has been exported. */
      async start() {
        const caseId = randomUUID();
        const started = sink.started(caseId);
        const message = { name: deployedId, correlationKey: caseId, messageId: caseId, timeToLiveMs: DAY_MS };
        const answer = await engine.publishMessage({
          ...message,
          variables: { ...variables, caseId, actionId: caseId },
        });
        if (answer.status !== 'accepted')
          throw new Error(`Expected the message to be accepted, but: ${answer.message}`);
        await started;
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {number} port */
async function startSink(port) {
  /** @type {Map<string, (value?: unknown) => void>} */
  const waiting = new Map();
  const server = http.createServer(async (request, answer) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    if (request.url?.startsWith('/_bulk')) {
      for (const line of Buffer.concat(chunks).toString('utf8').split('\n')) {
        if (!line.includes('"MESSAGE_START_EVENT_SUBSCRIPTION"') || !line.includes('"CORRELATED"')) continue;
        waiting.get(JSON.parse(line).value.variables.caseId)?.();
      }
    }
    answer.setHeader('content-type', 'application/json');
    answer.end('{"acknowledged":true,"errors":false,"items":[]}');
  });
  server.keepAliveTimeout = 0;
  await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)));
  return {
    /** @param {string} caseId */
    started: (caseId) => new Promise((resolve) => waiting.set(caseId, resolve)),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
