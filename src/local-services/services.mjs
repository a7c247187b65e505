/**
 * The services that one running platform needs, PostgreSQL and Zeebe, as a stack of its own in a data folder of its own.
 * `startServices` is what `npm start`, the tests, the bench and the case runner use.
 * As a script: `node src/local-services/services.mjs --data .data/dev` starts a stack, writes its environment to
 * `<data>/services.env` as `export NAME='value'` lines, and stays until Ctrl-C.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startBroker } from './broker.mjs';
import { checkoutDir, isMainModule } from './checkout.mjs';
import { expectDiskSpace } from './disk-space.mjs';
import { engineIdOf } from './engine-id.mjs';
import { exportLines } from './env-file.mjs';
import { exporterSettings } from './exporter-settings.mjs';
import { fetchZeebe } from './fetch-zeebe.mjs';
import { findJava } from './find-java.mjs';
import { freePorts } from './free-port.mjs';
import { startPostgres } from './postgres.mjs';
import { progressTo } from './progress.mjs';
import { allOrFirstError } from './promises.mjs';
import { secretsOf } from './secrets.mjs';
import { openStack } from './stack.mjs';
import { stopOnSignal } from './stop-on-signal.mjs';

/** The program in which procedures are tried; the application starts one when somebody asks. */
export const trialHost = path.join(checkoutDir, 'src', 'local-services', 'trials', 'host.mjs');

/**
 * @typedef {import('./supervise.mjs').Supervised} Supervised
 * @typedef {object} Services
 * @property {Record<string, string>} env what the application needs to know
 * @property {Supervised | null} postgres null where the operator's own is used
 * @property {Supervised | null} broker null where the operator's own is used
 * @property {import('./stack.mjs').Stack['stop']} stop
 */

/**
 * @param {object} options
 * @param {string} options.dataDir
 * @param {import('./progress.mjs').Log} [options.log]
 * @param {boolean} [options.postgres] false: none is started
 * @param {boolean} [options.broker] false: none is started
 * @param {boolean} [options.controlledClock] the broker's clock can be moved; never where real work is
 * @param {boolean} [options.waitForBroker] false: it is still coming up when this resolves; see `broker.ready()`
 * @param {Record<string, string | undefined>} [options.env] DATABASE_URL, ZEEBE_ADDRESS, secrets and ZEEBE_BROKER_* of the operator
 * @param {import('./stack.mjs').Stack} [options.stack] to launch in; one is opened where none is given
 * @returns {Promise<Services>}
 */
export async function startServices(options) {
  const stack = options.stack ?? (await openStack(options.dataDir, options.log));
  try {
    return await startIn(stack, options);
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

/**
 * @param {import('./stack.mjs').Stack} stack
 * @param {Parameters<typeof startServices>[0]} options
 * @returns {Promise<Services>}
 */
async function startIn(
  stack,
  { postgres = true, broker = true, controlledClock = false, waitForBroker = true, env = {} },
) {
  const progress = progressTo(stack.log);
  const { dataDir } = stack;
  expectDiskSpace(dataDir, 1024, { vi: 'dữ liệu', en: 'the data' });
  const secrets = secretsOf(dataDir, env);
  const [recordsPort, databasePort, ...brokerPorts] = await freePorts(7);
  const receiver = {
    port: env.PROCEDURES_RECORDS_PORT || String(recordsPort),
    password: secrets.PROCEDURES_RECORDS_PASSWORD,
  };
  const isBrokerOurs = broker && !env.ZEEBE_ADDRESS;
  const { engineId, brokerData } = engineIdOf(path.join(dataDir, env.ZEEBE_ADDRESS ? 'external-broker' : 'broker'));
  // The data of a cluster that is not ours may outlive ours: its id is the operator's to give.
  const id = (!isBrokerOurs && env.PROCEDURES_ENGINE_ID) || engineId;
  const exporters = exporterSettings({
    url: `http://127.0.0.1:${receiver.port}`,
    password: receiver.password,
    engineId: id,
  });
  if (env.ZEEBE_ADDRESS) writeForOperator(dataDir, exporters, stack.log);

  const startingDatabase =
    postgres && !env.DATABASE_URL
      ? progress.step('Khởi động PostgreSQL / Starting PostgreSQL', () =>
          startPostgres({ stack, password: secrets.PROCEDURES_DATABASE_PASSWORD, port: databasePort }),
        )
      : null;
  const startingBroker = isBrokerOurs
    ? launchBroker({ progress, stack, brokerData, brokerPorts, exporters, controlledClock, env, waitForBroker })
    : null;
  const [database, engine] = await allOrFirstError([startingDatabase, startingBroker]);
  return {
    env: withoutEmpty({
      ...secrets,
      DATABASE_URL: database?.url ?? env.DATABASE_URL,
      ZEEBE_ADDRESS: engine?.address ?? env.ZEEBE_ADDRESS,
      ZEEBE_MANAGEMENT_URL: engine?.managementUrl ?? env.ZEEBE_MANAGEMENT_URL,
      PROCEDURES_ENGINE_ID: id,
      PROCEDURES_RECORDS_PORT: receiver.port,
      PROCEDURES_DATA_DIR: dataDir,
      PROCEDURES_TRIAL_HOST: trialHost,
    }),
    postgres: database,
    broker: engine,
    stop: stack.stop,
  };
}

/**
 * @param {object} options
 * @param {import('./progress.mjs').Progress} options.progress
 * @param {import('./stack.mjs').Stack} options.stack
 * @param {string} options.brokerData
 * @param {number[]} options.brokerPorts
 * @param {Record<string, string>} options.exporters
 * @param {boolean} options.controlledClock
 * @param {boolean} options.waitForBroker
 * @param {Record<string, string | undefined>} options.env
 */
async function launchBroker(options) {
  const { progress, stack, brokerData, brokerPorts, exporters, controlledClock, env, waitForBroker } = options;
  const [zeebeHome, java] = await Promise.all([fetchZeebe(progress), findJava(progress)]);
  const operators = Object.entries(env).filter(([name]) => name.startsWith('ZEEBE_BROKER_'));
  const settings = {
    ...exporters,
    ...(controlledClock ? { ZEEBE_CLOCK_CONTROLLED: 'true' } : {}),
    ...withoutEmpty(Object.fromEntries(operators)),
  };
  const broker = startBroker({ stack, brokerData, java, zeebeHome, ports: brokerPorts, settings });
  const up = progress.step('Khởi động Zeebe / Starting the Zeebe broker', () => broker.ready());
  if (waitForBroker) await up;
  else up.catch(() => {});
  return broker;
}

/**
 * @param {Record<string, string | undefined>} values
 * @returns {Record<string, string>}
 */
const withoutEmpty = (values) =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])));

/**
 * @param {string} folder
 * @param {Record<string, string>} exporters
 * @param {import('./progress.mjs').Log} log
 */
function writeForOperator(folder, exporters, log) {
  const file = path.join(folder, 'exporter-settings.env');
  fs.writeFileSync(file, exportLines(exporters), { mode: 0o600 });
  log(`Cấu hình exporter cho cụm Zeebe của bạn / Exporter settings for your Zeebe cluster: ${file}`);
}

async function main() {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: path.join(checkoutDir, '.data', 'dev') },
      'controlled-clock': { type: 'boolean', default: false },
    },
  });
  const stack = await openStack(values.data);
  stopOnSignal(stack.stop);
  const services = await startServices({
    ...stack,
    stack,
    controlledClock: values['controlled-clock'],
    env: process.env,
  });
  const file = path.join(stack.dataDir, 'services.env');
  fs.writeFileSync(file, exportLines(services.env), { mode: 0o600 });
  process.stdout.write(`Sẵn sàng / Ready. source ${file}\n`);
  setInterval(() => {}, 60_000);
}

if (isMainModule(import.meta.url)) {
  main().catch((error) => {
    process.stderr.write(`${error.vi ? error.message : error.stack}\n`);
    process.exit(1);
  });
}
