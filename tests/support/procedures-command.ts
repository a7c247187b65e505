// Owns how a test calls `npm run procedures` as its user would, and what it is given to deploy: the example with changes.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exampleWith } from './example-files';
import { runningApp } from './running-app';

const root = path.resolve(__dirname, '../..');

/** What the command says and with which code it ends. */
export const procedures = (args: string[], token: string | null, server = runningApp().baseUrl) =>
  new Promise<{ code: number; out: string; told: string }>((resolve) => {
    const env = { ...process.env, PROCEDURES_TOKEN: token ?? '', PROCEDURES_SERVER: server };
    const command = ['src/local-services/start.mjs', 'procedures', ...args];
    execFile(process.execPath, command, { cwd: root, env }, (error, out, told) =>
      resolve({ code: Number((error as { code?: number } | null)?.code ?? 0), out, told }),
    );
  });

/** The example under another title, with no scenarios but these: contents by name. */
export function renamedExample(title: string, scenarios: Record<string, unknown> = {}): Map<string, Buffer> {
  const files = new Map([...exampleWith({})].filter(([name]) => !name.startsWith('scenarios/')));
  const manifest = JSON.parse(files.get('manifest.json')?.toString('utf8') ?? '');
  manifest.title.vi = title;
  manifest.version = '7.0.0';
  files.set('manifest.json', Buffer.from(JSON.stringify(manifest)));
  for (const [name, scenario] of Object.entries(scenarios))
    files.set(`scenarios/${name}`, Buffer.from(JSON.stringify(scenario)));
  return files;
}

/** As a folder below `parent`. */
export function written(parent: string, files: ReadonlyMap<string, Buffer>): string {
  const target = mkdtempSync(path.join(parent, 'bo-'));
  for (const [name, content] of files) {
    mkdirSync(path.dirname(path.join(target, name)), { recursive: true });
    writeFileSync(path.join(target, name), content);
  }
  return target;
}
