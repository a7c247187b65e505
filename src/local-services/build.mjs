/**
 * Builds what is stale: the server (TypeScript to dist/) in seconds, the admin panel (dist/build) in minutes, so each
 * has a stamp of its own.
 */
import fs from 'node:fs';
import path from 'node:path';
import { checkoutDir } from './checkout.mjs';
import { runTool } from './run-tool.mjs';
import { sourceHash } from './source-hash.mjs';
import { Trouble } from './trouble.mjs';

const distDir = path.join(checkoutDir, 'dist');

/** @param {string} name */
const isAdminSource = (name) => name.startsWith('src/admin/') || /^src\/plugins\/[^/]+\/admin\//.test(name);

/** @param {string} name */
const isServerSource = (name) =>
  !isAdminSource(name) && !name.startsWith('src/local-services/') && /\.(ts|tsx|json|js|mjs|cjs)$/.test(name);

/** @param {import('./progress.mjs').Progress} progress */
export async function buildServer(progress) {
  const hash = sourceHash(checkoutDir, ['config', 'src', 'tsconfig.json', 'package-lock.json'], (name) =>
    name.includes('/') ? isServerSource(name) : true,
  );
  const stamp = path.join(distDir, '.stamp-server');
  if (readStamp(stamp) === hash) return;
  await progress.step('Biên dịch máy chủ / Compiling the server', async () => {
    removeOrphans();
    fs.rmSync(stamp, { force: true });
    // What has not changed is not compiled again; what the compiler remembers lies beside what it wrote, and goes with it.
    const args = ['-p', 'tsconfig.json', '--incremental', '--tsBuildInfoFile', path.join(distDir, '.tsbuildinfo')];
    if ((await runTool('tsc', args)) !== 0) throw brokenBuild('máy chủ (tsc)', 'the server (tsc)');
    fs.writeFileSync(stamp, hash);
  });
}

/** What a source that is gone had left would still be loaded. */
function removeOrphans() {
  for (const folder of ['src', 'config']) {
    const compiled = path.join(distDir, folder);
    if (!fs.existsSync(compiled)) continue;
    for (const file of fs.readdirSync(compiled, { recursive: true, encoding: 'utf8' })) {
      const source = path.join(checkoutDir, folder, file.replace(/\.js$/, ''));
      const sources = file.endsWith('.js') ? ['.ts', '.tsx', '.js'].map((ending) => source + ending) : [source];
      if (/\.(js|json)$/.test(file) && !sources.some((one) => fs.existsSync(one))) fs.rmSync(path.join(compiled, file));
    }
  }
}

/** @param {import('./progress.mjs').Progress} progress */
export async function buildAdmin(progress) {
  const hash = sourceHash(checkoutDir, ['src/admin', 'src/plugins', 'package-lock.json'], (name) =>
    name.includes('/') ? isAdminSource(name) : true,
  );
  const stamp = path.join(distDir, '.stamp-admin');
  if (readStamp(stamp) === hash && fs.existsSync(path.join(distDir, 'build', 'index.html'))) return;
  await progress.step('Dựng trang quản trị (2–3 phút) / Building the admin panel', async () => {
    fs.rmSync(stamp, { force: true });
    const code = await runTool('strapi', ['build', '--silent'], {
      NODE_ENV: 'production',
      // The configuration wants one; the build connects to nothing.
      DATABASE_URL: process.env.DATABASE_URL ?? 'postgres://none@127.0.0.1:1/none',
    });
    if (code !== 0) throw brokenBuild('trang quản trị (strapi build)', 'the admin panel (strapi build)');
    fs.writeFileSync(stamp, hash);
  });
}

/** @param {string} stamp */
const readStamp = (stamp) => (fs.existsSync(stamp) ? fs.readFileSync(stamp, 'utf8') : null);

/**
 * @param {string} vi
 * @param {string} en
 */
const brokenBuild = (vi, en) =>
  new Trouble(
    `Không dựng được ${vi}. Hãy xem lỗi ở trên.`,
    `Expected to build ${en}, but it failed. See the errors above.`,
  );
