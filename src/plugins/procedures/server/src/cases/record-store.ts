// Owns the reading and writing of the document that a case works on, inside the caller's
// transaction. The only place of the platform that writes such documents.
import type { Core, UID } from '@strapi/strapi';
import type { RecordAttributes } from '../forms/split-values';
import { platformWrite } from '../policy/platform-write';
import { type Documents, documentsOf } from './documents-of';

type Attributes = Record<string, { type: string; target?: string }>;

export class RecordStore {
  readonly #strapi: Core.Strapi;

  constructor(strapi: Core.Strapi) {
    this.#strapi = strapi;
  }

  /** Names of the content type's own attributes. */
  attributes(contentType: string): ReadonlySet<string> {
    return new Set(Object.keys(this.#schema(contentType)));
  }

  /** The names by which a form's values are split. */
  recordAttributes(contentType: string, peopleAttribute: string | null | undefined): RecordAttributes {
    const related = peopleAttribute
      ? new Map([
          [peopleAttribute, new Set([...this.attributes(this.#peopleType(contentType, peopleAttribute)), 'id'])],
        ])
      : undefined;
    return { names: this.attributes(contentType), related };
  }

  /** Creates the document and its related people; returns its document id. */
  async create(
    contentType: string,
    peopleAttribute: string | null | undefined,
    data: Record<string, unknown>,
    people: Record<string, unknown>[],
  ): Promise<string> {
    return platformWrite.run(async () => {
      const { documentId } = await this.#documents(contentType).create({ data });
      if (peopleAttribute) await this.#addPeople(contentType, peopleAttribute, documentId, people, data.tenant);
      return documentId;
    });
  }

  /** Changes attributes; `people` (when given) replaces the related people by position: known ids are updated, others added. */
  async update(
    contentType: string,
    peopleAttribute: string | null | undefined,
    documentId: string,
    data: Record<string, unknown>,
    people: Record<string, unknown>[] | null,
    tenantId: string,
  ): Promise<void> {
    await platformWrite.run(async () => {
      if (Object.keys(data).length > 0) await this.#documents(contentType).update({ documentId, data });
      if (peopleAttribute && people)
        await this.#replacePeople(contentType, peopleAttribute, documentId, people, tenantId);
    });
  }

  /** The document with its people, or null. Internal attributes of Strapi are left out. */
  async read(
    contentType: string,
    peopleAttribute: string | null | undefined,
    documentId: string,
  ): Promise<{ record: Record<string, unknown>; people: Record<string, unknown>[] } | null> {
    return platformWrite.run(async () => {
      const document = await this.#documents(contentType).findOne({
        documentId,
        populate: peopleAttribute ? [peopleAttribute] : [],
      });
      if (!document) return null;
      const record: Record<string, unknown> = {};
      for (const name of this.attributes(contentType)) {
        if (!INTERNAL.has(name) && name !== peopleAttribute) record[name] = document[name] ?? null;
      }
      const people = peopleAttribute ? ((document[peopleAttribute] ?? []) as Record<string, unknown>[]) : [];
      if (peopleAttribute)
        record[peopleAttribute] = people.map((person) => this.#personFields(contentType, peopleAttribute, person));
      return { record, people: (record[peopleAttribute ?? ''] as Record<string, unknown>[] | undefined) ?? [] };
    });
  }

  #personFields(
    contentType: string,
    peopleAttribute: string,
    person: Record<string, unknown>,
  ): Record<string, unknown> {
    const type = this.#peopleType(contentType, peopleAttribute);
    const fields: Record<string, unknown> = { id: person.documentId };
    for (const [name, attribute] of Object.entries(this.#schema(type))) {
      if (!INTERNAL.has(name) && attribute.type !== 'relation') fields[name] = person[name] ?? null;
    }
    return fields;
  }

  async #addPeople(
    contentType: string,
    attribute: string,
    documentId: string,
    people: Record<string, unknown>[],
    tenant: unknown,
  ): Promise<void> {
    const type = this.#peopleType(contentType, attribute);
    const back = this.#backReference(contentType, attribute);
    const known = this.attributes(type);
    for (const person of people) {
      const data: Record<string, unknown> = { [back]: documentId, tenant };
      for (const [name, value] of Object.entries(person)) if (known.has(name)) data[name] = value;
      await this.#documents(type).create({ data });
    }
  }

  async #replacePeople(
    contentType: string,
    attribute: string,
    documentId: string,
    people: Record<string, unknown>[],
    tenantId: string,
  ): Promise<void> {
    const type = this.#peopleType(contentType, attribute);
    const current = (await this.read(contentType, attribute, documentId))?.people ?? [];
    const known = this.attributes(type);
    const added: Record<string, unknown>[] = [];
    for (const person of people) {
      const existing = current.find((candidate) => candidate.id === person.id);
      if (!existing) {
        added.push(person);
        continue;
      }
      const data: Record<string, unknown> = {};
      for (const [name, value] of Object.entries(person)) if (known.has(name) && name !== 'id') data[name] = value;
      await this.#documents(type).update({ documentId: String(existing.id), data });
    }
    if (added.length > 0) await this.#addPeople(contentType, attribute, documentId, added, tenantId);
  }

  #peopleType(contentType: string, attribute: string): string {
    const target = this.#schema(contentType)[attribute]?.target;
    if (!target) throw new Error(`Expected ${contentType}.${attribute} to be a relation, but it has no target`);
    return target;
  }

  #backReference(contentType: string, attribute: string): string {
    const mapped = (this.#schema(contentType)[attribute] as { mappedBy?: string }).mappedBy;
    if (!mapped) throw new Error(`Expected ${contentType}.${attribute} to name mappedBy, but it does not`);
    return mapped;
  }

  #schema(contentType: string): Attributes {
    const schema = this.#strapi.contentTypes[contentType as UID.ContentType];
    if (!schema) throw new Error(`Expected content type ${contentType} to exist, but it does not`);
    return schema.attributes as unknown as Attributes;
  }

  #documents(contentType: string): Documents {
    return documentsOf(this.#strapi, contentType);
  }
}

/** Attributes that Strapi adds to every content type. */
const INTERNAL = new Set([
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
  'locale',
  'localizations',
]);
