// Owns the FEEL context of a case as it stands now.
import { feelContext } from '../context/feel-context';
import { effectiveParameters } from '../parameters/effective-parameters';
import type { PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';
import { RecordStore } from './record-store';

export async function caseContext(
  platform: Pick<Platform, 'knex' | 'strapi' | 'clock'>,
  current: CaseRecord,
  published: PublishedPackage,
): Promise<{ context: Record<string, unknown>; record: Record<string, unknown>; people: Record<string, unknown>[] }> {
  const manifest = published.read.manifest;
  const document = await new RecordStore(platform.strapi).read(
    current.record_type,
    manifest.record.people,
    current.record_document_id,
  );
  const record = document?.record ?? {};
  const parameters = await effectiveParameters(platform.knex, current.tenant_id, manifest, platform.clock.now());
  const context = feelContext({ record, parameters, tenantId: current.tenant_id, case: current });
  return { context, record, people: document?.people ?? [] };
}
