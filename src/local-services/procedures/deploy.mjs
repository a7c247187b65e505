/**
 * `procedures deploy`: proposes a package to a running server, for a ward's continuous integration: check → test → diff →
 * deploy. It makes a draft and a proposal; that a second person approves it is the server's to see to, always.
 */
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { buildServer } from '../build.mjs';
import { EXIT } from './exit-codes.mjs';
import { readSource, usage } from './read-source.mjs';
import { call, packageInForce, SERVER_OPTIONS, serverOf } from './server-api.mjs';
import { serverModule } from './server-module.mjs';

/**
 * @param {import('../progress.mjs').Progress} progress
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export async function deploy(progress, args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...SERVER_OPTIONS,
      version: { type: 'string' },
      note: { type: 'string' },
      'trials-reason': { type: 'string' },
      from: { type: 'string' },
      'based-on': { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const [source, more] = positionals;
  if (!source || more) throw usage('Cần đúng một bộ quy trình.', 'Expected exactly one package.');
  if (!values.note) throw usage('Cần --note: thay đổi gì, vì sao.', 'Expected --note: what changes, and why.');
  const server = serverOf(values);
  const files = await readSource(source);
  await buildServer(progress);
  const { readPackage } = serverModule('packages/read-package');
  const { diffPackages } = serverModule('packages/diff/diff-packages');
  const fresh = await readPackage(files);
  const inForce = await packageInForce(server, fresh.id);
  if (values.tenant && values.tenant !== inForce.tenant)
    throw usage(
      `Mã truy cập thuộc "${inForce.tenant}", không phải "${values.tenant}".`,
      `Expected a token of "${values.tenant}", but this one belongs to "${inForce.tenant}".`,
    );
  const version = values.version ?? fresh.version;
  const changes = diffPackages(await readPackage(inForce.files), fresh);
  const about = { package: fresh.id, tenant: inForce.tenant, inForce: inForce.version, changes: changes.length };
  if (changes.length === 0) {
    say(
      values.json,
      { ...about, proposed: false },
      'Không có gì khác bản đang áp dụng. / Nothing differs from the version in force.',
    );
    return EXIT.ok;
  }
  const body = {
    version,
    note: values.note,
    files: Object.fromEntries([...files].map(([path, content]) => [path, content.toString('base64')])),
    ...(values['trials-reason'] ? { trialsReason: values['trials-reason'] } : {}),
    ...(values['based-on'] ? { basedOn: values['based-on'] } : {}),
    ...(values.from ? { effectiveAt: values.from } : {}),
  };
  // The same content proposed again is the same proposal: a job that is run twice proposes once.
  const key = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  try {
    const made = await call(server, 'POST', `/packages/${encodeURIComponent(fresh.id)}/proposals`, { body, key });
    say(
      values.json,
      {
        ...about,
        proposed: true,
        ...made,
        address: `${server.base}/admin/plugins/procedures/packages/publications/${made.publicationId}`,
      },
      `Đã đề nghị ${fresh.id} ${version} cho ${inForce.tenant}, chờ người thứ hai duyệt. / Proposed; a second person decides.\n${server.base}/admin/plugins/procedures/packages/publications/${made.publicationId}`,
    );
    return EXIT.ok;
  } catch (error) {
    const { code, status, vi, en } = /** @type {{ code?: string, status?: number, vi?: string, en?: string }} */ (
      error
    );
    if (!code?.startsWith('SERVER_') || !status || status >= 500) throw error;
    say(values.json, { ...about, proposed: false, code: code.replace('SERVER_', ''), vi, en }, `${vi}\n${en}`);
    return EXIT.refused;
  }
}

/**
 * @param {boolean | undefined} json
 * @param {object} line
 * @param {string} words
 */
const say = (json, line, words) => void process.stdout.write(json ? `${JSON.stringify(line)}\n` : `${words}\n`);
