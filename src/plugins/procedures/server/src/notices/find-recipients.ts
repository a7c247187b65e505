// Owns who stands behind an address of a notice: a person, a candidate group, a unit or its head, by the positions that
// are held now; and the words for why somebody is told ("Bạn nhận vì là …").
import type { Knex } from 'knex';
import type { LocalText } from '../packages/types';

export type Recipient =
  | { personId: string }
  /** UNIT/role */
  | { group: string }
  | { unit: string }
  /** Unit code: whoever leads it. */
  | { unitHead: string };

export interface FoundRecipient {
  personId: string;
  /** null: told by name. */
  because: LocalText | null;
}

interface Holder {
  person_id: string;
  title: string;
  unit_name: string | null;
}

/** `mayKnow`: only people with a position in one of these units; null: anybody. */
export async function findRecipients(
  trx: Knex,
  tenantId: string,
  to: Recipient,
  mayKnow: readonly string[] | null,
  now: Date,
): Promise<FoundRecipient[]> {
  const found = 'personId' in to ? await byName(trx, tenantId, to.personId) : await byPosition(trx, tenantId, to, now);
  if (mayKnow === null || found.length === 0) return found;
  const insiders: string[] = await held(trx, tenantId, now)
    .whereIn('position.unit_code', [...mayKnow])
    .pluck('person.id');
  return found.filter((one) => insiders.includes(one.personId));
}

async function byName(trx: Knex, tenantId: string, personId: string): Promise<FoundRecipient[]> {
  const person = await trx('procedures.people').where({ id: personId, tenant_id: tenantId, active: true }).first('id');
  return person ? [{ personId, because: null }] : [];
}

async function byPosition(
  trx: Knex,
  tenantId: string,
  to: Exclude<Recipient, { personId: string }>,
  now: Date,
): Promise<FoundRecipient[]> {
  const query = held(trx, tenantId, now)
    .leftJoin('procedures.units as unit', (on) =>
      on.on('unit.tenant_id', 'position.tenant_id').andOn('unit.code', 'position.unit_code'),
    )
    .orderBy('position.id')
    .select('person.id as person_id', 'position.title as title', 'unit.name as unit_name');
  if ('group' in to) {
    const slash = to.group.indexOf('/');
    query
      .where('position.unit_code', to.group.slice(0, slash))
      .whereRaw('? = any(position.roles)', [to.group.slice(slash + 1)]);
  } else if ('unitHead' in to) query.where({ 'position.unit_code': to.unitHead, 'position.is_head': true });
  else query.where('position.unit_code', to.unit);
  const holders: Holder[] = await query;
  const seen = new Set<string>();
  return holders
    .filter((holder) => !seen.has(holder.person_id) && seen.add(holder.person_id))
    .map((holder) => ({ personId: holder.person_id, because: becauseOf(holder) }));
}

/** Positions held now by people who still work here. */
const held = (trx: Knex, tenantId: string, now: Date) =>
  trx('procedures.positions as position')
    .join('procedures.people as person', 'person.id', 'position.person_id')
    .where({ 'position.tenant_id': tenantId, 'person.active': true })
    .where('position.valid_from', '<=', now)
    .where((valid) => valid.whereNull('position.valid_to').orWhere('position.valid_to', '>', now));

function becauseOf({ title, unit_name }: Holder): LocalText {
  const place = unit_name ? `${title}, ${unit_name}` : title;
  return { vi: `Bạn nhận vì là ${place}`, en: `You are told as ${place}` };
}
