/** `npm run bench` and `npm run cases`: prepare, then run their scripts in processes of their own. */
import fs from 'node:fs';
import path from 'node:path';
import { checkoutDir } from './checkout.mjs';
import { prepareStack } from './prepare-stack.mjs';
import { runNode } from './run-tool.mjs';
import { Trouble } from './trouble.mjs';

/**
 * @param {import('./progress.mjs').Progress} progress
 * @param {string[]} args parts of file names, to run only some
 */
export async function runBench(progress, args) {
  const folder = path.join(checkoutDir, 'tests', 'bench');
  const names = fs.existsSync(folder)
    ? fs
        .readdirSync(folder)
        .filter((name) => name.endsWith('.mjs'))
        .sort()
    : [];
  const wanted = names.filter((name) => args.length === 0 || args.some((part) => name.includes(part)));
  if (wanted.length === 0) {
    throw new Trouble(
      'Không có phép đo nào khớp trong tests/bench.',
      'Expected a matching *.mjs in tests/bench, but there is none.',
    );
  }
  await prepareStack(progress);
  let failed = 0;
  for (const name of wanted) {
    const code = await progress.step(name, () => runNode([path.join(folder, name)]));
    if (code !== 0) failed += 1;
  }
  return failed === 0 ? 0 : 1;
}

/**
 * @param {import('./progress.mjs').Progress} progress
 * @param {string[]} args
 */
export async function runCases(progress, args) {
  if (args.length === 0 || !fs.existsSync(args[0])) {
    throw new Trouble(
      'Hãy cho biết tệp hồ sơ mẫu: npm run cases -- TỆP.json',
      'Expected a file of cases, but got none that exists: npm run cases -- FILE.json',
    );
  }
  await prepareStack(progress);
  return runNode([path.join(checkoutDir, 'tests', 'cases', 'run-cases.mjs'), path.resolve(args[0]), ...args.slice(1)]);
}
