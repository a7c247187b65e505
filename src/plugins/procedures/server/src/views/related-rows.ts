// Owns the tables of related rows on a case page: those that the package names, with its words, for whoever reads the
// record. What is kept there identifies nobody: packages may not copy people into rows (packages/check/check-events.ts).
import type { Core, UID } from '@strapi/strapi';
import type { RelatedTable } from '../../../shared/related-contract';
import type { PublishedPackage } from '../publishing/package-library';
import type { CaseRecord } from '../storage/rows';

type Row = Record<string, unknown> & { id: number; documentId?: string };
interface Documents {
  findOne(options: { documentId: string; fields: string[]; populate: string[] }): Promise<Record<string, Row[]> | null>;
}
type Attributes = Record<string, { type?: string; target?: string } | undefined>;

export async function relatedRows(
  strapi: Core.Strapi,
  published: PublishedPackage,
  current: CaseRecord,
): Promise<RelatedTable[]> {
  const tables = published.read.manifest.record.tables ?? [];
  if (tables.length === 0) return [];
  const documents = strapi.documents(current.record_type as UID.ContentType) as unknown as Documents;
  const record = await documents.findOne({
    documentId: current.record_document_id,
    fields: ['id'],
    populate: tables.map((table) => table.attribute),
  });
  const attributes = attributesOf(strapi, current.record_type);
  return tables.flatMap(({ attribute, title, columns }) => {
    const rows = [...(record?.[attribute] ?? [])].sort((a, b) => a.id - b.id);
    const shapes = attributesOf(strapi, attributes[attribute]?.target ?? '');
    if (rows.length === 0) return [];
    return [
      {
        name: attribute,
        title,
        columns: columns.map((column) => ({ name: column.name, title: column.title })),
        ids: rows.map((row) => String(row.documentId)),
        rows: rows.map((row) =>
          columns.map((column) => {
            const value = row[column.name] ?? null;
            return {
              type: shapes[column.name]?.type ?? 'string',
              value: typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as string | null),
              words: (typeof value === 'string' && column.words?.[value]) || null,
            };
          }),
        ),
      },
    ];
  });
}

const attributesOf = (strapi: Core.Strapi, uid: string): Attributes =>
  (strapi.contentTypes[uid as UID.ContentType]?.attributes ?? {}) as unknown as Attributes;
