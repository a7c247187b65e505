// Owns the rows of related content types that an event adds or completes (events.json: rows), written in the transaction
// that confirms the event, so each exactly once. A value that does not fit its attribute is left out, never in the way of
// the event itself: it stays with the event's data.
import type { Core, UID } from '@strapi/strapi';
import { conditionHolds, resolveFeel } from '../feel/resolve-feel';
import type { RowEffect } from '../packages/types';
import { platformWrite } from '../policy/platform-write';
import { fitValue } from './fit-value';
import { attributesOf, relationOf } from './row-relation';

interface Documents {
  create(options: { data: Record<string, unknown> }): Promise<unknown>;
  update(options: { documentId: string; data: Record<string, unknown> }): Promise<unknown>;
  findMany(options: object): Promise<{ documentId: string }[]>;
}

export interface RowsOwner {
  recordType: string;
  recordDocumentId: string;
  tenantId: string;
  event: { id: string; code: string };
}

export async function writeRows(
  strapi: Core.Strapi,
  effects: readonly RowEffect[] | undefined,
  owner: RowsOwner,
  context: Record<string, unknown>,
): Promise<void> {
  if (!effects?.length) return;
  await platformWrite.run(async () => {
    for (const effect of effects)
      if (conditionHolds(effect.when, context)) await writeEffect(strapi, effect, owner, context);
  });
}

async function writeEffect(
  strapi: Core.Strapi,
  effect: RowEffect,
  owner: RowsOwner,
  context: Record<string, unknown>,
): Promise<void> {
  const { target, back } = relationOf(strapi, owner.recordType, effect.to);
  const documents = strapi.documents(target as UID.ContentType) as unknown as Documents;
  const attributes = attributesOf(strapi, target);
  const items = effect.each === undefined ? [null] : listOf(resolveFeel(effect.each, context));
  for (const item of items) {
    const data: Record<string, unknown> = {};
    for (const [name, setting] of Object.entries(effect.values)) {
      const value = fitValue(attributes[name], resolveFeel(setting, { ...context, item }));
      if (value !== undefined) data[name] = value;
    }
    if (Object.keys(data).length === 0) continue;
    const known = effect.act === 'change' ? await lastRow(documents, back, effect, owner) : undefined;
    if (known) {
      await documents.update({ documentId: known.documentId, data });
      continue;
    }
    // What comes after a paper that nobody entered is kept all the same.
    const { event, tenantId, recordDocumentId } = owner;
    const extra = attributes.extra ? { extra: { event: event.code, eventId: event.id } } : {};
    await documents.create({
      data: { ...effect.where, ...data, ...extra, tenant: tenantId, [back]: recordDocumentId },
    });
  }
}

/** The newest row of the record that is as `where` says and still lacks what `open` names. */
async function lastRow(documents: Documents, back: string, effect: RowEffect, owner: RowsOwner) {
  const like = Object.entries(effect.where ?? {}).map(([name, value]) => ({ [name]: { $eq: value } }));
  const open = (effect.open ?? []).map((name) => ({ [name]: { $null: true } }));
  const [row] = await documents.findMany({
    filters: { $and: [{ [back]: { documentId: owner.recordDocumentId } }, ...like, ...open] },
    fields: ['id'],
    sort: 'id:desc',
    limit: 1,
  });
  return row;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === null ? [] : [value]);
