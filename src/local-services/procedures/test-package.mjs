/**
 * `procedures test`: plays the scenarios of packages on a real broker with a clock that is moved, and says what held, what
 * did not and where the run went instead.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildServer } from '../build.mjs';
import { checkoutDir } from '../checkout.mjs';
import { trialHost } from '../services.mjs';
import { EXIT } from './exit-codes.mjs';
import { readSource, usage } from './read-source.mjs';
import { serverModule } from './server-module.mjs';
import { printCoverage, printResult } from './trial-report.mjs';

/**
 * @param {import('../progress.mjs').Progress} progress
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export async function testPackage(progress, args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      coverage: { type: 'boolean' },
      scenario: { type: 'string', multiple: true },
      world: { type: 'string' },
      lang: { type: 'string', default: 'vi' },
    },
  });
  const lang = values.lang === 'en' ? 'en' : 'vi';
  const world = values.world === undefined ? null : readWorld(values.world);
  const sources = positionals.length > 0 ? positionals : packagesOfCheckout();
  /** @type {Map<string, Map<string, Buffer>>} */
  const packages = new Map();
  for (const source of sources) packages.set(source, await readSource(source));
  await buildServer(progress);
  const { TrialHost } = serverModule('trials/trial-host');
  const { runPackageTrials } = serverModule('trials/run-package-trials');
  const host = new TrialHost({ script: trialHost, log: (/** @type {string} */ line) => progress.log(line) });
  let failed = 0;
  let ran = 0;
  try {
    for (const [source, files] of packages) {
      const only = values.scenario?.map((name) => `scenarios/${path.basename(name, '.json')}.json`);
      const { coverage } = await runPackageTrials(files, {
        host,
        world: world && { ...world.world, parameters: world.parametersOf(files) },
        only,
        ended(/** @type {any} */ result) {
          ran += 1;
          if (!result.ok) failed += 1;
          process.stdout.write(
            values.json ? `${JSON.stringify({ package: source, ...result })}\n` : printResult(result, lang),
          );
        },
      });
      if (!values.coverage) continue;
      process.stdout.write(
        values.json ? `${JSON.stringify({ package: source, coverage })}\n` : printCoverage(source, coverage, lang),
      );
    }
  } finally {
    await host.stop();
  }
  if (ran === 0)
    throw usage('Không có kịch bản nào ở đó.', 'Expected scenarios/*.json in the package, but found none that match.');
  return failed === 0 ? EXIT.ok : EXIT.refused;
}

function packagesOfCheckout() {
  const folder = path.join(checkoutDir, 'bpmn');
  return fs
    .readdirSync(folder)
    .map((name) => path.join(folder, name))
    .filter((source) => fs.existsSync(path.join(source, 'manifest.json')));
}

/**
 * Units, calendar and parameters of a seed file: the tenant in which the scenarios are played.
 * @param {string} file
 */
function readWorld(file) {
  if (!fs.existsSync(file)) throw usage(`Không thấy "${file}".`, `Expected a seed file, but there is no "${file}".`);
  const seed = JSON.parse(fs.readFileSync(file, 'utf8'));
  return {
    world: {
      timeZone: seed.tenant?.timeZone ?? 'Asia/Ho_Chi_Minh',
      units: seed.units ?? [],
      weekend: seed.calendar?.weekend ?? [6, 7],
      days: (seed.calendar?.days ?? []).map((/** @type {any} */ { day, kind, name }) => ({ day, kind, name })),
    },
    /** @param {Map<string, Buffer>} files */
    parametersOf(files) {
      const { id } = JSON.parse(files.get('manifest.json')?.toString('utf8') ?? '{}');
      const own = (seed.parameters ?? []).filter((/** @type {any} */ one) => one.package === id);
      return Object.fromEntries(own.map((/** @type {any} */ one) => [one.name, one.value]));
    },
  };
}
