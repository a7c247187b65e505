/**
 * The managed PostgreSQL: made on first use, listening on loopback only, ended by a fast shutdown.
 * The programs are called directly: the npm wrapper around them ends the process on signals in an order of its own.
 */
import { execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { tailOf } from './log-tail.mjs';
import { postgresPrograms } from './postgres-programs.mjs';
import { canReach, postgresUser, reachableFolder } from './postgres-user.mjs';
import { Trouble } from './trouble.mjs';

const USER = 'procedures';
const DATABASE = 'procedures';
const run = promisify(execFile);

/**
 * @param {object} options
 * @param {import('./stack.mjs').Stack} options.stack
 * @param {string} options.password
 * @param {number} options.port
 * @returns {Promise<import('./supervise.mjs').Supervised & { url: string }>}
 */
export async function startPostgres({ stack, password, port }) {
  const { dataDir } = stack;
  const user = postgresUser();
  // The folder itself is ours to open for passing through; what lies above it is not.
  if (user) fs.chmodSync(dataDir, 0o711);
  const { initdb, postgres } = postgresPrograms(dataDir, user);
  const base = user && !canReach(dataDir, user) ? reachableFolder(dataDir) : dataDir;
  const cluster = path.join(base, 'postgres');
  const logFile = path.join(dataDir, 'postgres.log');
  if (!fs.existsSync(path.join(cluster, 'PG_VERSION'))) await makeCluster(initdb, cluster, password, user);

  const { Client } = (await import('pg')).default;
  /** @param {string} database */
  const connect = async (database) => {
    const client = new Client({
      host: '127.0.0.1',
      port,
      user: USER,
      password,
      database,
      connectionTimeoutMillis: 2000,
    });
    client.on('error', () => {});
    await client.connect();
    return client;
  };

  const supervised = stack.launch({
    name: 'postgres',
    title: 'Cơ sở dữ liệu PostgreSQL / The database',
    dataDir,
    readyWithinMs: 60_000,
    stopSignal: 'SIGINT',
    stopWithinMs: 20_000,
    async spawn() {
      dropStaleLock(cluster);
      const output = fs.openSync(logFile, 'a', 0o600);
      const settings = {
        listen_addresses: '127.0.0.1',
        unix_socket_directories: '',
        port: String(port),
        log_line_prefix: '%m [%p] ',
        // A page is many short reads of indexes on a disk that seeks at no cost; compiling their plans takes longer than they do.
        jit: 'off',
        random_page_cost: '1.1',
      };
      const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
      const child = spawn(postgres, ['-D', cluster, ...flags], {
        ...(user ?? {}),
        cwd: cluster,
        detached: true,
        stdio: ['ignore', output, output],
        env: { PATH: process.env.PATH, LANG: 'C', TZ: process.env.TZ },
      });
      fs.closeSync(output);
      return child;
    },
    async isReady() {
      const client = await connect('postgres').catch((error) => {
        if (error.code === '28P01') throw wrongPassword(dataDir);
        return null;
      });
      await client?.end();
      return client !== null;
    },
    whyNotReady: (code) =>
      new Trouble(
        `PostgreSQL không khởi động được (mã ${code}). Nhật ký: ${logFile}\n${tailOf(logFile)}`,
        `Expected PostgreSQL to start, but it did not (code ${code}). Its log: ${logFile}`,
      ),
  });

  await supervised.ready();
  const client = await connect('postgres');
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  // PostgreSQL looks first in a schema named like the user. The platform has a schema `procedures`, and Strapi would take
  // that one for its own tables from the second start on.
  await client.query(`alter database ${DATABASE} set search_path to public`);
  await client.end();
  return { ...supervised, url: `postgres://${USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${DATABASE}` };
}

/**
 * @param {string} initdb
 * @param {string} cluster
 * @param {string} password
 * @param {import('./postgres-user.mjs').UnixUser | null} user
 */
async function makeCluster(initdb, cluster, password, user) {
  // A half-made cluster has no PG_VERSION that can be trusted, so it is made beside and moved.
  const beside = `${cluster}.new`;
  fs.rmSync(beside, { recursive: true, force: true });
  fs.mkdirSync(beside, { mode: 0o700 });
  const passwordFile = `${beside}.password`;
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) for (const file of [beside, passwordFile]) fs.chownSync(file, user.uid, user.gid);
  try {
    // ICU's Vietnamese order sorts names as people expect (đ after d, tones last) on any machine.
    const locale = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=vi', '--locale=C'];
    const flags = ['--auth=scram-sha-256', `--username=${USER}`, `--pwfile=${passwordFile}`, ...locale];
    await run(initdb, [`--pgdata=${beside}`, ...flags], {
      ...(user ?? {}),
      cwd: beside,
      env: { PATH: process.env.PATH, LANG: 'C', LC_MESSAGES: 'C' },
    });
  } catch (error) {
    const detail = /** @type {{stderr?: string} & Error} */ (error);
    throw new Trouble(
      `Không tạo được cơ sở dữ liệu trong ${cluster}. Hãy kiểm tra quyền và dung lượng đĩa.\n${detail.stderr ?? detail.message}`,
      `Expected to make the database in ${cluster}, but initdb failed. Check the folder's rights and the disk's space.`,
      { cause: error },
    );
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
  fs.renameSync(beside, cluster);
}

/**
 * After a crash the cluster holds the pid of a postmaster that is gone. PostgreSQL believes in it when another process
 * of the same user has that pid now, so a lock that names no postgres of this cluster is taken away.
 * @param {string} cluster
 */
function dropStaleLock(cluster) {
  const file = path.join(cluster, 'postmaster.pid');
  if (!fs.existsSync(file)) return;
  const pid = Number.parseInt(fs.readFileSync(file, 'utf8'), 10);
  const commandFile = `/proc/${pid}/cmdline`;
  if (!fs.existsSync('/proc/self/cmdline')) return;
  if (!fs.existsSync(commandFile) || !fs.readFileSync(commandFile, 'utf8').includes(cluster)) fs.rmSync(file);
}

/** @param {string} dataDir */
const wrongPassword = (dataDir) =>
  new Trouble(
    `Mật khẩu cơ sở dữ liệu trong ${dataDir}/secrets.env không khớp với dữ liệu. Hãy khôi phục tệp đó từ bản sao lưu.`,
    `Expected the database password in ${dataDir}/secrets.env to fit the data, but it does not. Restore that file from its backup.`,
  );
