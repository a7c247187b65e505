// Owns a trial host for the length of a test file: started once, asked for as many packages and cases as the tests want.
import fs from 'node:fs/promises';
import path from 'node:path';
import { type PackageTrials, packed, runPackageTrials } from '../server/src/trials/run-package-trials';
import { TrialHost } from '../server/src/trials/trial-host';
import type { TrialWorld } from '../shared/trials-contract';
import { TrialRun } from './trial-run';

/** A folder, or files by their path inside the package. */
export type PackageSource = string | ReadonlyMap<string, Buffer>;

export interface Trials {
  /** Plays scenarios that lie in the package: all, or those named. */
  run(source: PackageSource, options?: { only?: string[]; world?: TrialWorld }): Promise<PackageTrials>;
  /** A case to be driven step by step. */
  begin(
    source: PackageSource,
    options: { at: string; parameters?: Record<string, unknown>; world?: TrialWorld },
  ): Promise<TrialRun>;
  /** Process ids of the broker and the database, for tests of what happens without them. */
  pids(): TrialHost['pids'];
  close(): Promise<void>;
}

export interface OpenTrialsOptions {
  /** The program that is a host; without it PROCEDURES_TRIAL_HOST, which the application's own start sets. */
  host?: string;
  log?(line: string): void;
}

export async function openTrials(options: OpenTrialsOptions = {}): Promise<Trials> {
  const script = options.host ?? process.env.PROCEDURES_TRIAL_HOST;
  if (!script) throw new Error('Expected the path of a trial host in options.host or PROCEDURES_TRIAL_HOST');
  const host = new TrialHost({ script: path.resolve(script), log: options.log ?? (() => undefined) });
  return {
    run: async (source, { only, world } = {}) =>
      runPackageTrials(await filesOf(source), { host, only: only?.map(asFile), world }),
    async begin(source, { at, parameters, world }) {
      const files = packed(await filesOf(source));
      const { session } = await host.ask('open', { files, world: world ?? null });
      const { recording } = await host.ask('record', { session, at, parameters });
      return new TrialRun(host, recording);
    },
    pids: () => host.pids,
    close: () => host.stop(),
  };
}

const asFile = (name: string) => (name.includes('/') ? name : `scenarios/${name.replace(/\.json$/, '')}.json`);

async function filesOf(source: PackageSource): Promise<ReadonlyMap<string, Buffer>> {
  if (typeof source !== 'string') return source;
  const files = new Map<string, Buffer>();
  for (const entry of await fs.readdir(source, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(source, file).split(path.sep).join('/');
    if (entry.isFile() && !name.split('/').some((part) => part.startsWith('.')))
      files.set(name, await fs.readFile(file));
  }
  return files;
}
