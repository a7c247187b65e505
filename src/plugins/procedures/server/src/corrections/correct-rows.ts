// Owns what a corrected event does to the rows beside the record that it wrote: in the newest row that still says what
// the old event said, what differs is made right. A row that has been changed since by another paper is left alone.
import type { Core, UID } from '@strapi/strapi';
import { fitValue } from '../events/fit-value';
import { attributesOf, relationOf } from '../events/row-relation';
import { resolveFeel } from '../feel/resolve-feel';
import type { RowEffect } from '../packages/types';
import { platformWrite } from '../policy/platform-write';
import type { CaseRecord } from '../storage/rows';

type Row = Record<string, unknown> & { documentId: string };
interface Documents {
  findMany(options: object): Promise<Row[]>;
  update(options: { documentId: string; data: Record<string, unknown> }): Promise<unknown>;
}
interface Contexts {
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

export async function correctRows(
  strapi: Core.Strapi,
  effects: readonly RowEffect[],
  current: Pick<CaseRecord, 'record_type' | 'record_document_id'>,
  contexts: Contexts,
): Promise<void> {
  if (effects.length === 0) return;
  await platformWrite.run(async () => {
    for (const effect of effects) await correctRow(strapi, effect, current, contexts);
  });
}

async function correctRow(
  strapi: Core.Strapi,
  effect: RowEffect,
  current: Pick<CaseRecord, 'record_type' | 'record_document_id'>,
  { before, after }: Contexts,
): Promise<void> {
  const { target, back } = relationOf(strapi, current.record_type, effect.to);
  const attributes = attributesOf(strapi, target);
  const valueIn = (name: string, context: Record<string, unknown>) =>
    fitValue(attributes[name], resolveFeel(effect.values[name], context)) ?? null;
  const changed = Object.keys(effect.values).filter((name) => !isSame(valueIn(name, before), valueIn(name, after)));
  if (changed.length === 0) return;
  const documents = strapi.documents(target as UID.ContentType) as unknown as Documents;
  const rows = await documents.findMany({
    filters: { [back]: { documentId: current.record_document_id } },
    sort: 'id:desc',
  });
  const row = rows.find(
    (one) =>
      Object.entries(effect.where ?? {}).every(([name, value]) => one[name] === value) &&
      changed.every((name) => isSame(one[name] ?? null, valueIn(name, before))),
  );
  if (!row) return;
  const data = Object.fromEntries(changed.map((name) => [name, valueIn(name, after)]));
  await documents.update({ documentId: row.documentId, data });
}

const ISO = /^\d{4}-\d{2}-\d{2}T/;

/** Instants are the same however they are written. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one === 'string' && typeof other === 'string' && ISO.test(one) && ISO.test(other))
    return Date.parse(one) === Date.parse(other);
  return JSON.stringify(one) === JSON.stringify(other);
}
