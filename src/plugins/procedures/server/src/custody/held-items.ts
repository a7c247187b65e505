// Owns which rows of a case are held in custody: those of the table that its package names, with what they say of
// themselves. Rows are content of the application; their chain is ours.
import type { Core, UID } from '@strapi/strapi';
import type { CustodyContent } from '../../../shared/custody-contract';
import type { RelatedTableDefinition } from '../packages/types';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';

export interface HeldItem {
  table: string;
  id: string;
  text: string;
  start: Partial<CustodyContent> & { at?: string };
}
type Row = Record<string, unknown> & { id: number; documentId: string };
interface Documents {
  findOne(options: { documentId: string; fields: string[]; populate: string[] }): Promise<Record<string, Row[]> | null>;
}

export async function heldItems(
  platform: Pick<Platform, 'strapi' | 'library'>,
  current: CaseRecord,
): Promise<HeldItem[]> {
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  const tables = (published.read.manifest.record.tables ?? []).filter((table) => table.custody);
  if (tables.length === 0) return [];
  const documents = (platform.strapi as Core.Strapi).documents(
    current.record_type as UID.ContentType,
  ) as unknown as Documents;
  const record = await documents.findOne({
    documentId: current.record_document_id,
    fields: ['id'],
    populate: tables.map((table) => table.attribute),
  });
  return tables.flatMap((table) =>
    [...(record?.[table.attribute] ?? [])].sort((a, b) => a.id - b.id).map((row) => itemOf(table, row)),
  );
}

function itemOf({ attribute, custody }: RelatedTableDefinition, row: Row): HeldItem {
  const text = (name: string | null | undefined) => (name && row[name] != null ? String(row[name]) : '');
  const at = custody?.takenAt ? row[custody.takenAt] : null;
  return {
    table: attribute,
    id: row.documentId,
    text: text(custody?.item) || row.documentId,
    start: {
      quantity: text(custody?.quantity),
      condition: text(custody?.condition),
      sealNo: text(custody?.sealNo),
      ...(at ? { at: new Date(String(at)).toISOString() } : {}),
    },
  };
}
