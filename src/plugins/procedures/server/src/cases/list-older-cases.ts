// Owns the cases that were written before lists knew titles and facets: each gets its own, a few at a time, newest first.
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';
import { caseListing } from './case-listing';
import { RecordStore } from './record-store';

const A_LOOK = 100;

/** Returns how many were listed. */
export async function listOlderCases(platform: Pick<Platform, 'knex' | 'strapi' | 'library'>): Promise<number> {
  const cases: CaseRecord[] = await platform
    .knex('procedures.cases')
    .whereNull('title')
    .orderBy('created_at', 'desc')
    .limit(A_LOOK);
  const store = new RecordStore(platform.strapi);
  for (const current of cases) {
    const { read } = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
    const document = await store.read(current.record_type, null, current.record_document_id);
    await platform
      .knex('procedures.cases')
      .where({ id: current.id })
      .whereNull('title')
      .update({ ...caseListing(read, current, document?.record ?? {}) });
  }
  return cases.length;
}
