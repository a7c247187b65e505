// Owns how a test brings a changed version of a package into force: a draft by the administrator, approved by a second person.
import fs from 'node:fs';
import path from 'node:path';
import { as } from './running-app';

export type Change = (text: string) => string;

const PACKAGES = path.resolve(__dirname, '../../bpmn');

/** Returns the version that came into force. `changes`: path of a file -> how its text changes. */
export async function publishVersion(
  tenant: string,
  packageId: string,
  changes: Record<string, Change>,
): Promise<string> {
  const version = await publishChanged(tenant, packageId, changes);
  if (!version)
    throw new Error(`Expected ${Object.keys(changes)} of ${packageId} to change, but they stay as they are`);
  return version;
}

/** Another test may have published its own: what a test rests on is the package as the application comes with it. */
export async function restorePackage(tenant: string, packageId: string): Promise<void> {
  const folder = path.join(PACKAGES, packageId);
  const names = fs.readdirSync(folder).filter((name) => /\.(bpmn|dmn|form|json)$/.test(name));
  const changes = names.map((name) => {
    const original = fs.readFileSync(path.join(folder, name), 'utf8');
    return [name, (text: string) => (withoutVersion(text) === withoutVersion(original) ? text : original)] as const;
  });
  await publishChanged(tenant, packageId, Object.fromEntries(changes), (file) =>
    fs.existsSync(path.join(folder, file)),
  );
}

const withoutVersion = (text: string) => text.replace(/"version": "[^"]*"/, '').replace(/\s+/g, '');

/** null: nothing differs, and nothing was published. */
async function publishChanged(
  tenant: string,
  packageId: string,
  changes: Record<string, Change>,
  stays: (file: string) => boolean = () => true,
): Promise<string | null> {
  const administrator = await as(`quan-tri@${tenant}.example`);
  const { items } = await administrator.get('/procedures/packages');
  const current = items.find((one: { id: string }) => one.id === packageId);
  const [major, minor] = current.version.split('.').map(Number);
  const version = `${major}.${minor + 1}.0`;
  const { id } = await administrator.post(`/procedures/packages/${packageId}/drafts`, {});
  let changed = 0;
  for (const [file, change] of Object.entries(changes)) {
    const { text, revision } = await administrator.get(`/procedures/drafts/${id}/file?path=${file}`);
    const next = change(text);
    if (next === text) continue;
    changed += 1;
    const saved = await administrator.call('PUT', `/procedures/drafts/${id}/file`, {
      path: file,
      revision,
      text: next,
    });
    if (saved.status !== 200) throw new Error(`Expected ${file} to be saved, but ${JSON.stringify(saved.body)}`);
  }
  const { files } = await administrator.get(`/procedures/drafts/${id}`);
  for (const { path: file, revision } of files.filter((one: { path: string }) => !stays(one.path))) {
    changed += 1;
    const query = `path=${encodeURIComponent(file)}&revision=${revision}`;
    const removed = await administrator.call('DELETE', `/procedures/drafts/${id}/file?${query}`);
    if (removed.status !== 200) throw new Error(`Expected ${file} to go, but ${JSON.stringify(removed.body)}`);
  }
  if (changed === 0) {
    await administrator.call('DELETE', `/procedures/drafts/${id}`);
    return null;
  }
  const proposed = await administrator.call('POST', `/procedures/drafts/${id}/publications`, {
    version,
    note: 'Thử',
    trialsReason: 'Kiểm thử chạy kịch bản ở nơi khác',
  });
  if (proposed.status !== 201) throw new Error(`Expected a proposal, but ${JSON.stringify(proposed.body)}`);
  const head = await as(`lanh-dao@${tenant}.example`);
  const { state } = await head.post(`/procedures/publications/${proposed.body.id}/approve`, { reason: 'Đồng ý' });
  if (state !== 'IN_FORCE') throw new Error(`Expected version ${version} to be in force, but it is ${state}`);
  return version;
}
