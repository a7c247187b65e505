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
import { endLeftovers, ownDataDir } from './data-dir.mjs';
import { expectDiskSpace } from './disk-space.mjs';
import { engineIdOf } from './engine-id.mjs';
import { exportLines } from './env-file.mjs';
import { exporterSettings } from './exporter-settings.mjs';
import { fetchZeebe } from './fetch-zeebe.mjs';
import { findJava } from './find-java.mjs';
import { freePorts } from './free-port.mjs';
import { startPostgres } from './postgres.mjs';
import { progressTo } from './progress.mjs';
import { startReaper } from './reaper.mjs';
import { secretsOf } from './secrets.mjs';
import { stopOnSignal } from './stop-on-signal.mjs';

/**
 * @typedef {object} Services
 * @property {Record<string, string>} env what the application needs to know
 * @property {import('./supervise.mjs').Supervised | null} postgres null where the operator's own is used
 * @property {import('./supervise.mjs').Supervised | null} broker null where the operator's own is used
 * @property {ReturnType<typeof startReaper>} reaper ends what is added to it when this process is gone
 * @property {(options?: {remove?: boolean}) => Promise<void>} stop ends all of it; `remove` also deletes its data
 */

/**
 * @param {object} options
 * @param {string} options.dataDir
 * @param {import('./progress.mjs').Log} [options.log]
 * @param {boolean} [options.postgres] false: none is started
 * @param {boolean} [options.broker] false: none is started
 * @param {boolean} [options.controlledClock] the broker's clock can be moved; never where real work is
 * @param {Record<string, string | undefined>} [options.env] DATABASE_URL, ZEEBE_ADDRESS, secrets and ZEEBE_BROKER_* of the operator
 * @returns {Promise<Services>}
 */
export async function startServices({
  dataDir,
  log,
  postgres = true,
  broker = true,
  controlledClock = false,
  env = {},
}) {
  const progress = progressTo(log);
  const folder = path.resolve(dataDir);
  const disown = ownDataDir(folder);
  const reaper = startReaper();
  /** @type {Promise<import('./supervise.mjs').Supervised>[]} */
  const starting = [];
  const stop = async ({ remove = false } = {}) => {
    const started = await Promise.allSettled(starting);
    // The broker first: it writes to the application's receiver, the database to nobody.
    for (const one of started.reverse()) if (one.status === 'fulfilled') await one.value.stop();
    reaper.close();
    disown();
    if (remove) removeData(folder);
  };
  try {
    await endLeftovers(folder, progress.log);
    expectDiskSpace(folder, 1024, { vi: 'dữ liệu', en: 'the data' });
    const secrets = secretsOf(folder, env);
    const [recordsPort, databasePort, ...brokerPorts] = await freePorts(7);

    const startingDatabase =
      postgres && !env.DATABASE_URL
        ? progress.step('Khởi động PostgreSQL / Starting PostgreSQL', () =>
            startPostgres({
              dataDir: folder,
              password: secrets.PROCEDURES_DATABASE_PASSWORD,
              port: databasePort,
              log: progress.log,
              reaper,
            }),
          )
        : null;
    if (startingDatabase) starting.push(startingDatabase);

    const receiver = {
      port: env.PROCEDURES_RECORDS_PORT || String(recordsPort),
      password: secrets.PROCEDURES_RECORDS_PASSWORD,
    };
    const ownBroker = broker && !env.ZEEBE_ADDRESS;
    // A cluster that is not ours may keep its data longer than we keep ours: its id is the operator's to give.
    const { engineId, brokerData } = engineIdOf(path.join(folder, ownBroker ? 'broker' : 'external-broker'));
    const id = (!ownBroker && env.PROCEDURES_ENGINE_ID) || engineId;
    const exporters = exporterSettings({
      url: `http://127.0.0.1:${receiver.port}`,
      password: receiver.password,
      engineId: id,
    });
    const startingBroker = ownBroker
      ? launchBroker({ progress, folder, brokerData, brokerPorts, exporters, controlledClock, env, reaper })
      : null;
    if (startingBroker) starting.push(startingBroker);

    const results = await Promise.allSettled([startingDatabase, startingBroker]);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
    const database = await startingDatabase;
    const engine = await startingBroker;
    /** @type {Record<string, string | undefined>} */
    const known = {
      ...secrets,
      DATABASE_URL: database?.url ?? env.DATABASE_URL,
      ZEEBE_ADDRESS: engine?.address ?? env.ZEEBE_ADDRESS,
      ZEEBE_MANAGEMENT_URL: engine?.managementUrl ?? env.ZEEBE_MANAGEMENT_URL,
      PROCEDURES_ENGINE_ID: id,
      PROCEDURES_RECORDS_PORT: receiver.port,
      PROCEDURES_DATA_DIR: folder,
    };
    if (env.ZEEBE_ADDRESS) writeForOperator(folder, exporters, progress.log);
    return { env: withoutEmpty(known), postgres: database, broker: engine, reaper, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {object} options
 * @param {import('./progress.mjs').Progress} options.progress
 * @param {string} options.folder
 * @param {string} options.brokerData
 * @param {number[]} options.brokerPorts
 * @param {Record<string, string>} options.exporters
 * @param {boolean} options.controlledClock
 * @param {Record<string, string | undefined>} options.env
 * @param {ReturnType<typeof startReaper>} options.reaper
 */
async function launchBroker({ progress, folder, brokerData, brokerPorts, exporters, controlledClock, env, reaper }) {
  const [zeebeHome, java] = await Promise.all([fetchZeebe(progress), findJava(progress)]);
  const operators = Object.entries(env).filter(([name]) => name.startsWith('ZEEBE_BROKER_'));
  const settings = {
    ...exporters,
    ...(controlledClock ? { ZEEBE_CLOCK_CONTROLLED: 'true' } : {}),
    ...withoutEmpty(Object.fromEntries(operators)),
  };
  return progress.step('Khởi động Zeebe / Starting the Zeebe broker', () =>
    startBroker({
      dataDir: folder,
      brokerData,
      java,
      zeebeHome,
      ports: brokerPorts,
      settings,
      log: progress.log,
      reaper,
    }),
  );
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

/** @param {string} folder */
function removeData(folder) {
  const pointer = path.join(folder, 'postgres-folder');
  if (fs.existsSync(pointer)) fs.rmSync(fs.readFileSync(pointer, 'utf8').trim(), { recursive: true, force: true });
  fs.rmSync(folder, { recursive: true, force: true });
}

async function main() {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: path.join(checkoutDir, '.data', 'dev') },
      'controlled-clock': { type: 'boolean', default: false },
    },
  });
  const dataDir = path.resolve(values.data);
  const starting = startServices({ dataDir, controlledClock: values['controlled-clock'], env: process.env });
  stopOnSignal(async () => (await starting).stop());
  const services = await starting;
  const file = path.join(dataDir, 'services.env');
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
