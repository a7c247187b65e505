/** `npm run lint`: the compilers, the linter, the rules of dependency and what the project promised itself. */
import fs from 'node:fs';
import path from 'node:path';
import { checkPromises } from './check-promises.mjs';
import { checkoutDir } from './checkout.mjs';
import { runTool } from './run-tool.mjs';

/** What has not changed since the last check is not checked again. @param {string} config @param {string} name */
const types = (config, name) =>
  runTool('tsc', ['-p', config, '--noEmit', '--incremental', '--tsBuildInfoFile', `${CACHE}/${name}.tsbuildinfo`]);

const CACHE = 'node_modules/.cache/types';

/** @type {{ title: string, needs?: string, run: () => Promise<number> }[]} */
const CHECKS = [
  { title: 'tsc: server', run: () => types('tsconfig.json', 'server') },
  ...['src/admin', 'src/plugins/procedures/admin', 'src/local-services'].map((folder) => ({
    title: `tsc: ${folder}`,
    needs: `${folder}/tsconfig.json`,
    run: () => types(`${folder}/tsconfig.json`, folder.replaceAll('/', '-')),
  })),
  { title: 'biome', run: () => runTool('biome', ['check', '--error-on-warnings']) },
  {
    title: 'dependency-cruiser',
    run: () => runTool('depcruise', ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'src', 'config']),
  },
  { title: 'lời hứa của dự án / promises of the project', run: async () => checkPromises(checkoutDir, console.error) },
];

/**
 * @param {import('./progress.mjs').Progress} progress
 * @returns {Promise<number>} how many checks failed
 */
export async function lint(progress) {
  let failed = 0;
  for (const { title, needs, run } of CHECKS) {
    if (needs && !fs.existsSync(path.join(checkoutDir, needs))) continue;
    const code = await progress.step(title, run);
    if (code !== 0) {
      failed += 1;
      progress.log(`${title}: KHÔNG ĐẠT / FAILED`);
    }
  }
  return failed;
}
