// Owns where the rows of an attribute of a record lie: the content type of a row, and its way back to the record.
import type { Core, UID } from '@strapi/strapi';
import type { AttributeShape } from './fit-value';

interface Relation extends AttributeShape {
  target?: string;
  mappedBy?: string;
}

export function relationOf(strapi: Core.Strapi, recordType: string, name: string): { target: string; back: string } {
  const { target, mappedBy } = attributesOf(strapi, recordType)[name] ?? {};
  if (target && mappedBy) return { target, back: mappedBy };
  throw new Error(`Expected ${recordType}.${name} to be a relation with mappedBy, but it is not`);
}

export const attributesOf = (strapi: Core.Strapi, uid: string): Record<string, Relation | undefined> =>
  (strapi.contentTypes[uid as UID.ContentType]?.attributes ?? {}) as unknown as Record<string, Relation | undefined>;
