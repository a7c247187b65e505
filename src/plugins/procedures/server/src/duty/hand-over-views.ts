// Owns how kept hand-overs are shown: the list as it was signed, its hashes computed again, and what the reader may do.
import type { Knex } from 'knex';
import type { HandOverBook, HandOverRow, HandOverView } from '../../../shared/duty-contract';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { named, personNames } from '../views/person-names';
import { contentHash, signatureHash } from './hand-over-list';
import type { HandOverRecord } from './hand-over-rows';

const PAGE = 30;

export async function handOverView(knex: Knex, actor: Actor, row: HandOverRecord): Promise<HandOverView> {
  const names = await personNames(knex, [row.taken_by]);
  const waits = row.state === 'GIVEN' && actor.units.includes(row.unit_code);
  const isMeant = row.meant_for === actor.personId;
  return {
    id: row.id,
    state: row.state,
    content: row.content,
    contentHash: row.content_hash,
    givenAt: row.given_at.toISOString(),
    takenBy: named(names, row.taken_by),
    takenAt: row.taken_at?.toISOString() ?? null,
    takeRemark: row.take_remark,
    settleReason: row.settle_reason,
    signatureHash: row.signature_hash,
    intact: isIntact(row),
    mayTake: waits && isMeant,
    mayRefuse: waits && isMeant,
    mayWithdraw: waits && (row.given_by === actor.personId || actor.headOf.includes(row.unit_code)),
  };
}

export function isIntact(row: HandOverRecord): boolean {
  if (contentHash(row.content) !== row.content_hash) return false;
  if (!row.taken_by || !row.taken_at) return row.signature_hash === null;
  return (
    row.signature_hash ===
    signatureHash({
      contentHash: row.content_hash,
      givenBy: row.given_by,
      givenAt: row.given_at.toISOString(),
      takenBy: row.taken_by,
      takenAt: row.taken_at.toISOString(),
      takeRemark: row.take_remark,
    })
  );
}

export async function waitingOf(
  { knex }: Pick<Platform, 'knex'>,
  actor: Actor,
  unit: string,
): Promise<HandOverView | null> {
  const row: HandOverRecord | undefined = await ofUnit(knex, actor, unit).where({ state: 'GIVEN' }).first();
  return row ? handOverView(knex, actor, row) : null;
}

export async function listHandOvers(knex: Knex, actor: Actor, unit: string, page: number): Promise<HandOverBook> {
  const [{ n }] = await ofUnit(knex, actor, unit).count('* as n');
  const rows: HandOverRecord[] = await ofUnit(knex, actor, unit)
    .orderBy('given_at', 'desc')
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  return { items: rows.map(handOverRow), total: Number(n), page, pageSize: PAGE };
}

export async function lastHandOver(
  knex: Knex,
  actor: Actor,
  unit: string,
  state: 'TAKEN' | 'GIVEN',
): Promise<HandOverRow | null> {
  const row: HandOverRecord | undefined = await ofUnit(knex, actor, unit)
    .where({ state })
    .orderBy('given_at', 'desc')
    .first();
  return row ? handOverRow(row) : null;
}

const ofUnit = (knex: Knex, actor: Actor, unit: string) =>
  knex('procedures.duty_hand_overs').where({ tenant_id: actor.tenantId, unit_code: unit });

const handOverRow = (row: HandOverRecord): HandOverRow => ({
  id: row.id,
  state: row.state,
  givenAt: row.given_at.toISOString(),
  giver: row.content.giver?.name ?? null,
  taker: row.content.taker.name,
  takenAt: row.taken_at?.toISOString() ?? null,
  lines: row.content.lines.length,
  signatureHash: row.signature_hash,
});
