// Owns the keeping of a package's files as they are, with plain ids: in force from now on, or on offer.
import type { Knex } from 'knex';
import type { ReadPackage } from '../packages/read-package';

const KINDS = ['bpmn', 'dmn', 'form', 'document', 'scenario'];

export async function keepPackage(
  trx: Knex.Transaction,
  tenantId: string,
  read: ReadPackage,
  { now, offered }: { now: Date; offered: boolean },
): Promise<void> {
  const version = { tenant_id: tenantId, package_id: read.id, version: read.version };
  await trx('procedures.packages').insert({
    ...version,
    manifest: JSON.stringify(read.manifest),
    events: JSON.stringify(read.events),
    content_hash: read.contentHash,
    published_at: now,
    active: !offered,
    offered,
  });
  await trx('procedures.package_files').insert(
    read.files.map((file) => ({
      ...version,
      path: file.path,
      kind: KINDS.includes(file.kind) ? file.kind : 'other',
      content: file.content,
    })),
  );
}
