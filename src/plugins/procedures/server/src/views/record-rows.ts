// Owns the reading of many records at once for lists: one query a content type, only what a list shows.
import type { Core, UID } from '@strapi/strapi';
import { platformWrite } from '../policy/platform-write';
import type { CaseRecord } from '../storage/rows';

export async function recordsOf(
  strapi: Core.Strapi,
  cases: CaseRecord[],
): Promise<Map<string, Record<string, unknown>>> {
  const found = new Map<string, Record<string, unknown>>();
  const byType = new Map<string, string[]>();
  for (const one of cases)
    byType.set(one.record_type, [...(byType.get(one.record_type) ?? []), one.record_document_id]);
  for (const [type, ids] of byType) {
    const rows = await platformWrite.run(() =>
      strapi.db.query(type as UID.ContentType).findMany({ where: { documentId: { $in: ids } } }),
    );
    for (const row of rows as Record<string, unknown>[]) found.set(String(row.documentId), row);
  }
  return found;
}
