/** The managed Zeebe broker: one Java process, every one of its five ports on loopback, its data beside ours. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { tailOf } from './log-tail.mjs';
import { Trouble } from './trouble.mjs';

/**
 * Measured from start to leader on two busy cores: 18–22 s of CPU time with Java's defaults, 9 s without the optimising
 * compiler, 10 s with it coming in ten times later, which keeps the speed of a broker that runs for days.
 */
const LATE_OPTIMISING = [
  '-XX:Tier4InvocationThreshold=100000',
  '-XX:Tier4MinInvocationThreshold=12000',
  '-XX:Tier4CompileThreshold=300000',
  '-XX:Tier4BackEdgeThreshold=800000',
];

const JAVA_OPTIONS = [
  '-Xms64m',
  '-Xmx512m',
  '-XX:+UseSerialGC',
  ...LATE_OPTIMISING,
  '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
  '--enable-native-access=ALL-UNNAMED',
  '-XX:+ExitOnOutOfMemoryError',
  '-Xshare:auto',
  '-Dfile.encoding=UTF-8',
];

/**
 * @param {object} options
 * @param {import('./stack.mjs').Stack} options.stack
 * @param {string} options.brokerData
 * @param {string} options.java
 * @param {string} options.zeebeHome
 * @param {number[]} options.ports five of them
 * @param {Record<string, string>} options.settings exporters and the like
 * @returns {import('./supervise.mjs').Supervised & { address: string, managementUrl: string }} on its way up
 */
export function startBroker({ stack, brokerData, java, zeebeHome, ports, settings }) {
  const { dataDir } = stack;
  const [gateway, command, internal, management, rest] = ports;
  const brokerDir = path.join(dataDir, 'broker');
  const errorFile = path.join(dataDir, 'broker-errors.log');
  const managementUrl = `http://127.0.0.1:${management}`;
  const classpath = [path.join(zeebeHome, 'config'), path.join(zeebeHome, 'lib', '*')].join(path.delimiter);
  const args = [
    ...JAVA_OPTIONS,
    // The broker writes its rolling log to <app.home>/logs; the shared cache is no place for it.
    `-Dapp.home=${brokerDir}`,
    `-Dbasedir=${zeebeHome}`,
    '-classpath',
    classpath,
    'io.camunda.zeebe.broker.StandaloneBroker',
  ];
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    LANG: process.env.LANG,
    TZ: process.env.TZ,
    ZEEBE_BROKER_DATA_DIRECTORY: brokerData,
    ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING: '512MB',
    ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION: '256MB',
    ZEEBE_BROKER_NETWORK_HOST: '127.0.0.1',
    ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT: String(command),
    ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT: String(internal),
    ZEEBE_BROKER_GATEWAY_NETWORK_HOST: '127.0.0.1',
    ZEEBE_BROKER_GATEWAY_NETWORK_PORT: String(gateway),
    SERVER_ADDRESS: '127.0.0.1',
    SERVER_PORT: String(rest),
    MANAGEMENT_SERVER_ADDRESS: '127.0.0.1',
    MANAGEMENT_SERVER_PORT: String(management),
    ...settings,
  };

  const supervised = stack.launch({
    name: 'broker',
    title: 'Máy chạy quy trình Zeebe / The Zeebe broker',
    dataDir,
    readyWithinMs: 180_000,
    stopSignal: 'SIGTERM',
    stopWithinMs: 20_000,
    async spawn() {
      const errors = fs.openSync(errorFile, 'w', 0o600);
      const child = spawn(java, args, { cwd: brokerDir, detached: true, stdio: ['ignore', 'ignore', errors], env });
      fs.closeSync(errors);
      return child;
    },
    // `/ready` of the management port answers some seconds before the gateway knows who leads the partition, and
    // commands are refused until then: the gateway itself is asked.
    isReady: async () => hasLeader(await getJson(`http://127.0.0.1:${rest}/v1/topology`)),
    whyNotReady: (code) => {
      const logFile = path.join(brokerDir, 'logs', 'zeebe.log');
      return new Trouble(
        `Zeebe không khởi động được (mã ${code}). Nhật ký: ${logFile}\n${tailOf(errorFile)}\n${tailOf(logFile)}`,
        `Expected the Zeebe broker to start, but it did not (code ${code}). Its log: ${logFile}`,
      );
    },
  });
  return { ...supervised, address: `127.0.0.1:${gateway}`, managementUrl };
}

/**
 * @param {string} url
 * @returns {Promise<any>} of the shape that the caller knows
 */
async function getJson(url) {
  const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
  return answer.ok ? answer.json() : null;
}

/** @param {{ brokers?: { partitions?: { role: string, health: string }[] }[] } | null} topology */
const hasLeader = (topology) =>
  (topology?.brokers ?? []).some(({ partitions = [] }) =>
    partitions.some(({ role, health }) => role === 'leader' && health === 'healthy'),
  );
