// Owns what the steps of one move need besides its row: the two versions, and where the case stood at first.
import type { Platform } from '../runtime/platform';
import type { BatchRecord, MoveRecord } from './move-rows';
import { type Version, versionOf } from './skipped-steps';

export interface MoveContext {
  platform: Platform;
  move: MoveRecord;
  batch: BatchRecord;
  from: Version;
  to: Version;
}

const versions = new WeakMap<object, Version>();

/** Of a published version, which never changes: made once. */
export async function loadVersion(
  { library }: Pick<Platform, 'library'>,
  tenantId: string,
  packageId: string,
  version: string,
): Promise<Version> {
  const { read } = await library.load(tenantId, packageId, version);
  const known = versions.get(read) ?? versionOf(read);
  versions.set(read, known);
  return known;
}

export async function moveContext(platform: Platform, moveId: string): Promise<MoveContext | null> {
  const move: MoveRecord | undefined = await platform.knex('procedures.case_moves').where({ id: moveId }).first();
  if (!move) return null;
  const batch: BatchRecord = await platform.knex('procedures.move_batches').where({ id: move.batch_id }).first();
  const load = (version: string) => loadVersion(platform, move.tenant_id, batch.package_id, version);
  return { platform, move, batch, from: await load(move.from_version), to: await load(move.to_version) };
}
