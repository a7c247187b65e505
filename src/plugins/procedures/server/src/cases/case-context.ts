// Owns the FEEL context of a case as it stands now.
import { feelContext } from '../context/feel-context';
import { type ParametersAt, parametersOf } from '../parameters/effective-parameters';
import type { PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';
import { RecordStore } from './record-store';

export interface CaseContext {
  context: Record<string, unknown>;
  record: Record<string, unknown>;
  people: Record<string, unknown>[];
  parametersAt: ParametersAt;
}

export async function caseContext(
  platform: Pick<Platform, 'knex' | 'strapi' | 'clock'>,
  current: CaseRecord,
  published: PublishedPackage,
): Promise<CaseContext> {
  const manifest = published.read.manifest;
  const store = new RecordStore(platform.strapi);
  const [document, parametersAt] = await Promise.all([
    store.read(current.record_type, manifest.record.people, current.record_document_id),
    parametersOf(platform.knex, current.tenant_id, manifest),
  ]);
  const record = document?.record ?? {};
  const parameters = parametersAt(platform.clock.now());
  const context = feelContext({ record, parameters, tenantId: current.tenant_id, case: current });
  return { context, record, people: document?.people ?? [], parametersAt };
}
