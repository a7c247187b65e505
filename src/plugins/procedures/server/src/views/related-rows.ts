// Owns the tables of related rows on a case page: those that the package names, with its words, for whoever reads the
// record. What is kept there identifies nobody: packages may not copy people into rows (packages/check/check-events.ts).
import type { Core, UID } from '@strapi/strapi';
import type { RelatedTable } from '../../../shared/related-contract';
import type { LocalText, RelatedTableDefinition } from '../packages/types';
import type { PublishedPackage } from '../publishing/package-library';
import type { CaseRecord } from '../storage/rows';
import type { BodyNames } from './body-names';

type Row = Record<string, unknown> & { id: number; documentId?: string };
interface Documents {
  findOne(options: { documentId: string; fields: string[]; populate: string[] }): Promise<Record<string, Row[]> | null>;
}
type Column = RelatedTableDefinition['columns'][number];
type Attributes = Record<string, { type?: string; target?: string } | undefined>;

export async function relatedRows(
  strapi: Core.Strapi,
  published: PublishedPackage,
  current: CaseRecord,
  names: BodyNames,
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
              words: typeof value === 'string' ? wordsOf(column, value, names) : null,
            };
          }),
        ),
      },
    ];
  });
}

/** A text made of several codes is shown by the words of each. */
function wordsOf(column: Column, value: string, names: BodyNames): LocalText | null {
  if (column.body) return names(value);
  const { words } = column;
  if (!words) return null;
  const known = value.split(', ').map((code) => words[code]);
  if (!known.every((one): one is LocalText => one !== undefined)) return null;
  return { vi: known.map(({ vi }) => vi).join(', '), en: known.map(({ en }) => en).join(', ') };
}

const attributesOf = (strapi: Core.Strapi, uid: string): Attributes =>
  (strapi.contentTypes[uid as UID.ContentType]?.attributes ?? {}) as unknown as Attributes;
