/**
 * `procedures deploy`: proposes a package to a running server, for a ward's continuous integration: check → test → diff →
 * deploy. The server tries the scenarios of the package first, then the package is proposed; that a second person approves it
 * is the server's to see to, always.
 */
import { parseArgs } from 'node:util';
import { buildServer } from '../build.mjs';
import { report, wayOut } from './deploy-report.mjs';
import { EXIT } from './exit-codes.mjs';
import { readSource, usage } from './read-source.mjs';
import { call, packageInForce, SERVER_OPTIONS, serverOf } from './server-api.mjs';
import { serverModule } from './server-module.mjs';
import { keyOf, tryOnServer } from './server-trials.mjs';

/** The start of a host for trials and some dozens of scenarios, on a slow machine. */
const WAIT_MINUTES = '20';

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
      'trials-wait': { type: 'string', default: WAIT_MINUTES },
      'no-trials': { type: 'boolean' },
      from: { type: 'string' },
      'based-on': { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const [source, more] = positionals;
  if (!source || more) throw usage('Cần đúng một bộ quy trình.', 'Expected exactly one package.');
  if (!values.note) throw usage('Cần --note: thay đổi gì, vì sao.', 'Expected --note: what changes, and why.');
  if (!/^\d{1,4}$/.test(values['trials-wait']))
    throw usage('--trials-wait là số phút.', 'Expected --trials-wait to be a number of minutes.');
  const server = serverOf(values);
  const files = await readSource(source);
  await buildServer(progress);
  const { readPackage } = serverModule('packages/read-package');
  const { readScenarios } = serverModule('packages/scenarios/read-scenarios');
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
    report(
      values.json,
      { ...about, proposed: false },
      'Không có gì khác bản đang áp dụng. / Nothing differs from the version in force.',
    );
    return EXIT.ok;
  }
  const content = {
    files: Object.fromEntries([...files].map(([path, bytes]) => [path, bytes.toString('base64')])),
    ...(values['based-on'] ? { basedOn: values['based-on'] } : {}),
  };
  const proposal = {
    version,
    note: values.note,
    ...(values['trials-reason'] ? { trialsReason: values['trials-reason'] } : {}),
    ...(values.from ? { effectiveAt: values.from } : {}),
  };
  const isTried = !values['no-trials'] && readScenarios(fresh).length > 0;
  /** @type {{ draftId: string, scenarios: import('./server-trials.mjs').Standing[] } | null} */
  let tried = null;
  try {
    if (isTried)
      tried = await tryOnServer(server, fresh.id, {
        content,
        minutes: Number(values['trials-wait']),
        say: (line) => progress.log(line),
      });
    const body = { ...proposal, ...(tried ? { draftId: tried.draftId } : content) };
    const made = await call(server, 'POST', `/packages/${encodeURIComponent(fresh.id)}/proposals`, {
      body,
      key: keyOf(body),
    });
    const address = `${server.base}/admin/plugins/procedures/packages/publications/${made.publicationId}`;
    report(
      values.json,
      { ...about, proposed: true, ...made, address },
      `Đã đề nghị ${fresh.id} ${version} cho ${inForce.tenant}, chờ người thứ hai duyệt. / Proposed; a second person decides.\n${address}`,
      tried,
    );
    return EXIT.ok;
  } catch (error) {
    const refused = /** @type {{ code?: string, status?: number, vi?: string, en?: string }} */ (error);
    const { status, vi, en } = refused;
    if (!refused.code?.startsWith('SERVER_') || !status || status >= 500) throw error;
    const code = refused.code.replace('SERVER_', '');
    report(values.json, { ...about, proposed: false, code, vi, en }, `${vi}\n${en}${wayOut(code, tried)}`, tried);
    return EXIT.refused;
  }
}
