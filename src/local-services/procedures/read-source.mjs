/** Where a package or loose files come from: a folder, a zip, a file, or a folder of a git revision. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import JSZip from 'jszip';

const MAX_UNPACKED = 64 * 1024 * 1024;

/** @type {(vi: string, en: string) => Error} */
export const usage = (vi, en) => Object.assign(new Error(`${vi}\n${en}`), { code: 'USAGE' });

/** @type {(vi: string, en: string) => Error} */
const notPackage = (vi, en) => Object.assign(new Error(en), { code: 'PACKAGE_ZIP_UNREADABLE', vi, en });

/**
 * The files of one package by their path inside it.
 * @param {string} source
 * @returns {Promise<Map<string, Buffer>>}
 */
export async function readSource(source) {
  if (source.startsWith('git:')) return readGit(source);
  const found = fs.statSync(source, { throwIfNoEntry: false });
  if (found?.isDirectory()) return readFolder(source);
  if (found?.isFile() && source.endsWith('.zip')) return readZip(fs.readFileSync(source));
  throw usage(
    `Không thấy bộ quy trình "${source}".`,
    `Expected a folder, a .zip or git:REF:FOLDER, but got "${source}".`,
  );
}

/** @param {string} folder */
function readFolder(folder) {
  return new Map(
    filesIn(folder)
      .filter(
        (file) =>
          !path
            .relative(folder, file)
            .split(path.sep)
            .some((part) => part.startsWith('.')),
      )
      .map((file) => [path.relative(folder, file).split(path.sep).join('/'), fs.readFileSync(file)]),
  );
}

/**
 * Every file below a folder; links are not followed.
 * @param {string} folder
 * @returns {string[]}
 */
export function filesIn(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !['.git', 'node_modules'].includes(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(file);
      return entry.isFile() ? [file] : [];
    });
}

/** @param {Buffer} bytes @returns {Promise<Map<string, Buffer>>} */
async function readZip(bytes) {
  const zip = await JSZip.loadAsync(bytes).catch((error) => {
    throw notPackage('Tệp không phải zip đọc được.', `Expected a zip that can be read, but: ${error.message}`);
  });
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  let size = 0;
  for (const [name, entry] of Object.entries(zip.files)) {
    if (entry.dir || name.split('/').some((part) => part.startsWith('.'))) continue;
    const content = await entry.async('nodebuffer').catch((/** @type {Error} */ error) => {
      throw notPackage(
        `Tệp "${name}" trong zip bị hỏng.`,
        `Expected "${name}" in the zip to unpack, but: ${error.message}`,
      );
    });
    size += content.length;
    if (size > MAX_UNPACKED)
      throw notPackage('Tệp zip quá lớn khi giải nén.', 'Expected a zip that unpacks to at most 64 MiB.');
    files.set(name, content);
  }
  return withoutTopFolder(files);
}

/**
 * Who packs a folder by hand often packs it with its own name around it.
 * @param {Map<string, Buffer>} files
 */
function withoutTopFolder(files) {
  const names = [...files.keys()];
  const top = names.find((name) => /^[^/]+\/manifest\.json$/.test(name))?.replace('manifest.json', '');
  if (!top || !names.every((name) => name.startsWith(top))) return files;
  return new Map([...files].map(([name, content]) => [name.slice(top.length), content]));
}

/** @param {string} source `git:REF:folder` */
function readGit(source) {
  const [, ref = '', folder = ''] = /^git:([^:]+):(.+)$/.exec(source) ?? [];
  if (!/^[\w./~^@{}-]+$/.test(ref) || ref.startsWith('-')) {
    throw usage(`"${source}" phải là git:REF:THƯ_MỤC.`, `Expected git:REF:FOLDER, but got "${source}".`);
  }
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', args, { maxBuffer: MAX_UNPACKED, stdio: ['ignore', 'pipe', 'ignore'] });
  const prefix = `${folder.replace(/\/+$/, '')}/`;
  try {
    const names = git('ls-tree', '-r', '-z', '--name-only', ref, '--', prefix)
      .toString('utf8')
      .split('\0')
      .filter(Boolean);
    if (names.length === 0) throw new Error('empty');
    return new Map(names.map((name) => [name.slice(prefix.length), git('show', `${ref}:${name}`)]));
  } catch {
    throw usage(`Không đọc được "${source}" từ git.`, `Expected git to know "${source}", but it does not.`);
  }
}
