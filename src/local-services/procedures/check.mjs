/** `procedures check`: the verdict on packages and on loose files, one JSON line a file. */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { engineVerdicts } from './engine-verdicts.mjs';
import { EXIT } from './exit-codes.mjs';
import { filesIn, readSource, usage } from './read-source.mjs';
import { serverModule } from './server-module.mjs';

/**
 * @param {import('../progress.mjs').Progress} progress
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export async function check(progress, args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { base: { type: 'string' }, 'against-broker': { type: 'boolean' }, json: { type: 'boolean' } },
  });
  if (positionals.length === 0) throw usage('Hãy cho biết tệp cần kiểm tra.', 'Expected files to check, but got none.');
  const { packages, loose } = sortOut(positionals);
  let refused = 0;
  const print = (/** @type {Record<string, any>} */ line) => {
    if (line.verdict === 'refused' || line.differs) refused += 1;
    process.stdout.write(`${JSON.stringify(line)}\n`);
  };
  for (const source of packages) for (const line of await checkPackage(source, values.base)) print(line);
  const { checkFile, looseKindOf } = serverModule('packages/loose/check-file');
  const engine = values['against-broker'] ? await engineVerdicts(progress) : null;
  try {
    for (const file of loose) {
      const bytes = fs.readFileSync(file);
      const line = { file, ...(await checkFile(looseKindOf(file), bytes)) };
      const answer = engine ? await engine.ask(file, bytes) : null;
      print(
        answer
          ? { ...line, broker: answer.verdict, brokerSays: answer.reason, differs: answer.verdict !== line.engine }
          : line,
      );
    }
  } finally {
    await engine?.stop();
  }
  return refused === 0 ? EXIT.ok : EXIT.refused;
}

/** @param {string[]} sources */
function sortOut(sources) {
  /** @type {string[]} */ const packages = [];
  /** @type {string[]} */ const loose = [];
  const { looseKindOf } = serverModule('packages/loose/check-file');
  for (const source of sources) {
    const found = fs.statSync(source, { throwIfNoEntry: false });
    if (!found) throw usage(`Không thấy "${source}".`, `Expected "${source}" to exist, but it does not.`);
    if (source.endsWith('.zip')) packages.push(source);
    else if (found.isFile()) loose.push(source);
    else if (fs.existsSync(path.join(source, 'manifest.json'))) packages.push(source);
    else {
      const files = filesIn(source);
      const roots = files.filter((file) => path.basename(file) === 'manifest.json').map((file) => path.dirname(file));
      packages.push(...roots);
      loose.push(
        ...files.filter((file) => looseKindOf(file) && !roots.some((root) => file.startsWith(root + path.sep))),
      );
    }
  }
  const odd = loose.find((file) => !looseKindOf(file));
  if (odd)
    throw usage(`"${odd}" không phải .bpmn, .dmn hay .form.`, `Expected .bpmn, .dmn or .form, but got "${odd}".`);
  return { packages, loose };
}

/**
 * @param {string} source
 * @param {string | undefined} base
 * @returns {Promise<Record<string, any>[]>}
 */
async function checkPackage(source, base) {
  const files = await readSource(source);
  const { checkFiles } = serverModule('packages/check-package');
  const found = await checkFiles(files);
  if (
    base !== undefined &&
    !found.some((/** @type {any} */ one) => one.code.startsWith('package-') || one.code === 'schema')
  ) {
    const { readPackage } = serverModule('packages/read-package');
    const { findGuardrailProblems } = serverModule('packages/guardrails/find-guardrail-problems');
    const problems = findGuardrailProblems(await readPackage(await readSource(base)), await readPackage(files));
    found.push(...problems.map((/** @type {any} */ one) => ({ severity: 'error', ...one })));
  }
  const names = [...new Set([...files.keys(), ...found.map((/** @type {any} */ one) => one.file)])].sort();
  return names.map((name) => {
    const own = found.filter((/** @type {any} */ one) => one.file === name);
    const problems = own.map((/** @type {any} */ { code, file, ...rest }) => ({ rule: code, ...rest }));
    const isRefused = own.some((/** @type {any} */ one) => one.severity === 'error');
    return {
      file: path.posix.join(source, name),
      package: source,
      verdict: isRefused ? 'refused' : 'accepted',
      problems,
    };
  });
}
