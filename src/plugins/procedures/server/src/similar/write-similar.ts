// Owns what is kept of a case for comparing: place, time and words of its record. Nothing of its people; and nothing at
// all but the time where the record protects any, since place and words may tell who told.
import type { Knex } from 'knex';
import { valueAt } from '../forms/value-path';
import type { Manifest } from '../packages/types';
import { protectionOf } from '../sealing/protection';
import type { CaseRecord } from '../storage/rows';
import { folded, similarWords } from './similar-words';

const WRITE = `
  insert into procedures.similar_texts as known (case_id, tenant_id, package_id, place, words, at)
  values (?, ?, ?, ?, array_to_tsvector(?::text[]), ?)
  on conflict (case_id) do update set place = excluded.place, words = excluded.words, at = excluded.at
  where (known.place, known.words, known.at) is distinct from (excluded.place, excluded.words, excluded.at)`;

/** In the transaction that writes the record. `context`: of FEEL, with the record as it will be. */
export async function writeSimilar(
  trx: Knex.Transaction,
  manifest: Manifest,
  current: Pick<CaseRecord, 'id' | 'tenant_id' | 'package_id' | 'received_at'>,
  context: Record<string, unknown>,
): Promise<void> {
  const { similar } = manifest.record;
  if (!similar) return;
  const at = instantOf(context, similar.at) ?? current.received_at;
  const open = protectionOf(manifest, context) === null;
  const place = open ? folded(textOf(context, similar.place)).slice(0, 500) : '';
  const words = open ? [...similarWords(textOf(context, similar.text)).keys()] : [];
  await trx.raw(WRITE, [current.id, current.tenant_id, current.package_id, place, words, at]);
}

function textOf(context: Record<string, unknown>, path: string | undefined): string {
  const value = path ? valueAt(context, path.split('.')) : null;
  return typeof value === 'string' ? value : '';
}

function instantOf(context: Record<string, unknown>, path: string | undefined): Date | null {
  const instant = new Date(textOf(context, path));
  return Number.isNaN(instant.getTime()) ? null : instant;
}
