/** `procedures check`: the verdict on packages and on loose files, one JSON line a file. */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildServer } from '../build.mjs';
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
  const found = positionals.flatMap(matching);
  await buildServer(progress);
  const { packages, loose } = sortOut(found);
  if (packages.length + loose.length === 0)
    throw usage(
      'Không có tệp nào để kiểm tra ở đó.',
      'Expected packages or .bpmn, .dmn, .form files there, but found none.',
    );
  let refused = 0;
  const print = (/** @type {Record<string, any>} */ line) => {
    if (line.verdict === 'refused' || line.differs) refused += 1;
    process.stdout.write(`${JSON.stringify(line)}\n`);
  };
  const base = values.base === undefined ? null : await readSource(values.base);
  const { checkFile, looseKindOf } = serverModule('packages/loose/check-file');
  const engine = values['against-broker'] ? await engineVerdicts(progress) : null;
  try {
    for (const source of packages) for (const line of await checkPackage(source, base, engine)) print(line);
    for (const file of loose) {
      const bytes = fs.readFileSync(file);
      const line = { file, ...(await checkFile(looseKindOf(file), bytes)) };
      print({ ...line, ...compared(await engine?.ask(file, bytes), line.engine) });
    }
  } finally {
    await engine?.stop();
  }
  return refused === 0 ? EXIT.ok : EXIT.refused;
}

/**
 * @param {import('./engine-verdicts.mjs').Verdict | undefined} answer
 * @param {string} ours
 */
const compared = (answer, ours) =>
  answer ? { broker: answer.verdict, brokerSays: answer.reason, differs: answer.verdict !== ours } : {};

/**
 * What a pattern names, for shells that leave it as it is.
 * @param {string} source
 * @returns {string[]}
 */
function matching(source) {
  if (!/[*?]/.test(source) || fs.existsSync(source)) return [source];
  const folder = path.dirname(source);
  const isMatch = new RegExp(
    `^${path
      .basename(source)
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  );
  const names = fs.existsSync(folder) ? fs.readdirSync(folder).sort() : [];
  const found = names.filter((name) => !name.startsWith('.') && isMatch.test(name));
  return found.length > 0 ? found.map((name) => path.join(folder, name)) : [source];
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
 * @param {Map<string, Buffer> | null} base
 * @param {import('./engine-verdicts.mjs').EngineVerdicts | null} engine
 * @returns {Promise<Record<string, any>[]>}
 */
async function checkPackage(source, base, engine) {
  let files;
  try {
    files = await readSource(source);
  } catch (error) {
    const { code = '', vi, en } = /** @type {{ code?: string, vi?: string, en?: string }} */ (error);
    if (!code.startsWith('PACKAGE_')) throw error;
    const rule = code.toLowerCase().replaceAll('_', '-');
    return [{ file: source, package: source, verdict: 'refused', problems: [{ rule, severity: 'error', vi, en }] }];
  }
  const { checkFiles } = serverModule('packages/check-package');
  const { readPackage } = serverModule('packages/read-package');
  /** @type {any[]} */ const found = await checkFiles(files);
  const isRead = !found.some((one) => one.code.startsWith('package-') || one.code === 'schema');
  if (base && isRead) {
    const { findGuardrailProblems } = serverModule('packages/guardrails/find-guardrail-problems');
    /** @type {any[]} */ const problems = findGuardrailProblems(await readPackage(base), await readPackage(files));
    found.push(...problems.map((one) => ({ severity: 'error', ...one })));
  }
  const isAccepted = !found.some((one) => one.severity === 'error');
  // What we refuse for reasons of our own is not the engine's to judge.
  const answer = engine && isAccepted ? await engine.askPackage(await readPackage(files)) : undefined;
  const names = [...new Set([...files.keys(), ...found.map((one) => one.file)])].sort();
  return names.map((name) => {
    const own = found.filter((one) => one.file === name);
    const problems = own.map(({ code, file, ...rest }) => ({ rule: code, ...rest }));
    return {
      file: path.posix.join(source, name),
      package: source,
      verdict: own.some((one) => one.severity === 'error') ? 'refused' : 'accepted',
      problems,
      // One deployment a package: its answer stands beside the manifest.
      ...(name === 'manifest.json' ? compared(answer, 'accepted') : {}),
    };
  });
}
