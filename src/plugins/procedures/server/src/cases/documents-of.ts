// Owns the way to the documents of one content type. Strapi's document service asks a dozen things that hold for
// drafts, languages and components, and reads each written document once more, with all its relations, to tell
// subscribers and webhooks of it. A plain type needs none of that, and what a case holds is nobody's event: its values
// are validated by Strapi's own validator and written by Strapi's own query layer (timestamps, lifecycles), directly.
// Measured: an update is 1 statement for 5 and more, a related document 4 for 8 and more.
import type { Core, UID } from '@strapi/strapi';

type Values = Record<string, unknown>;

export interface Documents {
  create(options: { data: Values }): Promise<{ documentId: string }>;
  update(options: { documentId: string; data: Values }): Promise<unknown>;
  findOne(options: { documentId: string; populate?: string[] }): Promise<Values | null>;
}

interface Attribute {
  type: string;
  unique?: boolean;
  target?: string;
  relation?: string;
}
interface Model {
  attributes: Record<string, Attribute>;
  options?: { draftAndPublish?: boolean };
  pluginOptions?: { i18n?: { localized?: boolean } };
}
interface Validator {
  validateEntityCreation(model: Model, data: Values, options: object): Promise<Values>;
  validateEntityUpdate(model: Model, data: Values, options: object, entity: object): Promise<Values>;
}
interface Query {
  create(options: { data: Values }): Promise<{ documentId: string }>;
  updateMany(options: { where: Values; data: Values }): Promise<unknown>;
  findOne(options: { where: Values; select?: string[]; populate?: string[] }): Promise<Values | null>;
}

/** Attributes whose writing is more than the writing of a column. */
const NOT_A_COLUMN = new Set(['component', 'dynamiczone', 'media', 'relation', 'password', 'uid']);
const TO_ONE = new Set(['manyToOne', 'oneToOne']);
const AS_PUBLISHED = { isDraft: false };

/** Works in the transaction that is running, if one is. */
export function documentsOf(strapi: Core.Strapi, contentType: string): Documents {
  const uid = contentType as UID.ContentType;
  const service = strapi.documents(uid) as unknown as Documents;
  const model = strapi.contentTypes[uid] as unknown as Model;
  if (!isPlain(model)) return service;
  const validator = strapi.entityValidator as unknown as Validator;
  const query = (of: string) => strapi.db.query(of as UID.ContentType) as unknown as Query;

  return {
    async create({ data }) {
      const { columns, others } = parted(model, data);
      const links = Object.entries(others);
      if (!links.every(([name, value]) => leadsToPlain(strapi, model.attributes[name], value)))
        return service.create({ data });
      const valid = await validator.validateEntityCreation(model, columns, AS_PUBLISHED);
      for (const [name, documentId] of links) {
        const target = String(model.attributes[name].target);
        const found = await query(target).findOne({ where: { documentId }, select: ['id'] });
        if (!found) throw new Error(`Expected ${contentType}.${name} to lead to a document, but there is none`);
        valid[name] = found.id;
      }
      return query(contentType).create({ data: { ...valid, publishedAt: new Date() } });
    },

    async update({ documentId, data }) {
      const { columns, others } = parted(model, data);
      // Whether a value is unique is asked of all other documents: that needs the whole entry.
      const isSimple = Object.keys(columns).every((name) => model.attributes[name].unique !== true);
      if (!isSimple || Object.keys(others).length > 0) return service.update({ documentId, data });
      const valid = await validator.validateEntityUpdate(model, columns, AS_PUBLISHED, {});
      return query(contentType).updateMany({ where: { documentId }, data: { ...valid, updatedAt: new Date() } });
    },

    findOne: ({ documentId, populate }) => query(contentType).findOne({ where: { documentId }, populate }),
  };
}

function isPlain(model: Model | undefined): model is Model {
  return (
    model !== undefined &&
    model.options?.draftAndPublish !== true &&
    model.pluginOptions?.i18n?.localized !== true &&
    !Object.values(model.attributes).some(({ type }) => type === 'component' || type === 'dynamiczone')
  );
}

function parted(model: Model, data: Values): { columns: Values; others: Values } {
  const isColumn = (name: string) => model.attributes[name] && !NOT_A_COLUMN.has(model.attributes[name].type);
  const entries = Object.entries(data);
  return {
    columns: Object.fromEntries(entries.filter(([name]) => isColumn(name))),
    others: Object.fromEntries(entries.filter(([name]) => !isColumn(name))),
  };
}

/** A link to one document of a plain type, by its document id. */
function leadsToPlain(strapi: Core.Strapi, attribute: Attribute | undefined, value: unknown): boolean {
  if (attribute?.type !== 'relation' || !TO_ONE.has(attribute.relation ?? '') || typeof value !== 'string')
    return false;
  return isPlain(strapi.contentTypes[attribute.target as UID.ContentType] as unknown as Model | undefined);
}
