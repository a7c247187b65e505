/** `procedures diff`: what changed between two packages, in plain words or as JSON lines. */
import { parseArgs } from 'node:util';
import { buildServer } from '../build.mjs';
import { EXIT } from './exit-codes.mjs';
import { readSource, usage } from './read-source.mjs';
import { serverModule } from './server-module.mjs';

/** @typedef {{ kind: string, vi: string, en: string, properties: { name: string, before: unknown, after: unknown }[] }} Change */

/**
 * @param {import('../progress.mjs').Progress} progress
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export async function diff(progress, args) {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } });
  const [before, after, more] = positionals;
  if (!before || !after || more) throw usage('Cần đúng hai bộ quy trình.', 'Expected exactly two packages.');
  await buildServer(progress);
  const { readPackage } = serverModule('packages/read-package');
  const { readableValue } = serverModule('packages/diff/change');
  const sayChange = (/** @type {Change} */ change) => {
    const of = change.kind === 'changed' ? change.properties : [];
    const lines = of.map(
      (one) => `    ${one.name}: ${readableValue(one.before) ?? '∅'} → ${readableValue(one.after) ?? '∅'}\n`,
    );
    return `${change.vi}\n    ${change.en}\n${lines.join('')}`;
  };
  const { diffPackages } = serverModule('packages/diff/diff-packages');
  const [old, fresh] = await Promise.all([before, after].map(async (source) => readPackage(await readSource(source))));
  const changes = diffPackages(old, fresh);
  for (const change of changes) {
    process.stdout.write(values.json ? `${JSON.stringify(change)}\n` : `${change.file}: ${sayChange(change)}`);
  }
  return changes.length === 0 ? EXIT.ok : EXIT.refused;
}
