/** What the project promised itself and no linter knows: the wall of the platform, file sizes, no loose ends, exact pins. */
import fs from 'node:fs';
import path from 'node:path';
import { filesBelow } from './source-hash.mjs';

/** Words of one domain. The platform knows packages, cases and tenants, whatever they are about. */
const DOMAIN = /phường|\bward\b|công an|police|nguồn tin|nguon-tin|tội phạm|crime|tố giác/iu;
// Put together, so that this file does not find itself.
const LOOSE_END = new RegExp(
  [
    'TO' + 'DO',
    'FIX' + 'ME',
    'X' + 'XX',
    'not implement' + 'ed',
    '(?:it|describe|test)\\.sk' + 'ip',
    'test\\.to' + 'do',
  ].join('|'),
);
const MOST_LINES = 500;

/**
 * @param {string} root
 * @param {(line: string) => void} say
 * @returns {number} how many broken promises
 */
export function checkPromises(root, say) {
  const found = [
    ...linesMatching(root, 'src/plugins/procedures', DOMAIN, (name) => !isTest(name)).map(
      (where) => `${where}: Expected the platform to know nothing of the domain`,
    ),
    ...['src', 'tests'].flatMap((folder) =>
      linesMatching(root, folder, LOOSE_END).map((where) => `${where}: Expected no loose end`),
    ),
    ...longFiles(root),
    ...loosePins(root),
  ];
  for (const line of found) say(line);
  return found.length;
}

/** @param {string} name */
const isTest = (name) => /\.test\.|__tests__/.test(name);

/** @param {string} root @param {string} folder */
const textFilesBelow = (root, folder) =>
  filesBelow(path.join(root, folder)).filter((file) => /\.(ts|tsx|js|mjs|cjs|json|sql|css|md|html)$/.test(file));

/**
 * @param {string} root
 * @param {string} folder
 * @param {RegExp} pattern
 * @param {(name: string) => boolean} [counts]
 */
function linesMatching(root, folder, pattern, counts = () => true) {
  return textFilesBelow(root, folder).flatMap((file) => {
    const name = path.relative(root, file);
    if (!counts(name)) return [];
    const lines = fs.readFileSync(file, 'utf8').split('\n');
    return lines.flatMap((line, index) => (pattern.test(line) ? [`${name}:${index + 1}`] : []));
  });
}

/** @param {string} root */
const longFiles = (root) =>
  filesBelow(path.join(root, 'src'))
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
    .map((file) => ({ file, lines: fs.readFileSync(file, 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(
      ({ file, lines }) => `${path.relative(root, file)}: Expected at most ${MOST_LINES} lines, but it has ${lines}`,
    );

/** @param {string} root */
function loosePins(root) {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(
    fs.readFileSync(path.join(root, 'package.json'), 'utf8'),
  );
  return Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => /^[\^~*]|latest/.test(String(version)))
    .map(([name, version]) => `package.json: Expected ${name} to be pinned exactly, but it is ${version}`);
}
