/**
 * `procedures export`: a package as a zip; the same content gives the same bytes, whoever packs it and when. With a server
 * the source is the id of a package in force there.
 */
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import JSZip from 'jszip';
import { buildServer } from '../build.mjs';
import { EXIT } from './exit-codes.mjs';
import { readSource, usage } from './read-source.mjs';
import { packageInForce, SERVER_OPTIONS, serverOf } from './server-api.mjs';
import { serverModule } from './server-module.mjs';

/** The first moment that a zip can hold. */
const ALWAYS = new Date(Date.UTC(1980, 0, 1));

/**
 * @param {import('../progress.mjs').Progress} progress
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export async function exportPackage(progress, args) {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: SERVER_OPTIONS });
  const [source, target, more] = positionals;
  if (!source || !target?.endsWith('.zip') || more)
    throw usage('Cần nguồn và tệp .zip.', 'Expected a source and a .zip file.');
  await buildServer(progress);
  const files = values.server ? (await packageInForce(serverOf(values), source)).files : await readSource(source);
  const { readPackage } = serverModule('packages/read-package');
  const { id, version, contentHash } = await readPackage(files);
  fs.writeFileSync(target, await packed(files));
  process.stdout.write(`${JSON.stringify({ file: target, id, version, contentHash })}\n`);
  return EXIT.ok;
}

/** @param {Map<string, Buffer>} files @returns {Promise<Buffer>} */
export async function packed(files) {
  const zip = new JSZip();
  for (const [name, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    zip.file(name, content, { date: ALWAYS, createFolders: false, unixPermissions: 0o644 });
  }
  return zip.generateAsync({
    type: 'nodebuffer',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
    platform: 'UNIX',
  });
}
