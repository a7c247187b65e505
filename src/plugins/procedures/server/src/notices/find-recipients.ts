// Owns who stands behind an address of a notice: a person, a candidate group, a unit or its head, by the positions that
// are held now; and the words for why somebody is told ("Bạn nhận vì là …").
import type { Knex } from 'knex';
import type { LocalText } from '../packages/types';
import { ADMINISTRATOR_ROLE } from '../policy/actions';
import { DEPUTY_ROLE, PERSONAL_ROLES } from '../tenants/actor';

export type Recipient =
  | { personId: string }
  /** UNIT/role */
  | { group: string }
  | { unit: string }
  /** Unit code: whoever leads it; its deputies where nobody is its head. */
  | { unitHead: string }
  /** Whoever manages the tenant's procedures; they see no content of cases. */
  | { administrators: true };

export interface FoundRecipient {
  personId: string;
  /** null: told by name. */
  because: LocalText | null;
}

interface Holder {
  person_id: string;
  deputy_id: string | null;
  deputy_groups: string[] | null;
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
  const found =
    'administrators' in to
      ? await byRole(trx, tenantId)
      : 'personId' in to
        ? await byName(trx, tenantId, to.personId)
        : await byPosition(trx, tenantId, to, now);
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

async function byRole(trx: Knex, tenantId: string): Promise<FoundRecipient[]> {
  const ids: string[] = await trx('procedures.people as person')
    .join('admin_users_roles_lnk as link', 'link.user_id', 'person.admin_user_id')
    .join('admin_roles as role', 'role.id', 'link.role_id')
    .where({ 'person.tenant_id': tenantId, 'person.active': true, 'role.code': ADMINISTRATOR_ROLE })
    .distinct()
    .pluck('person.id');
  return ids.map((personId) => ({
    personId,
    because: { vi: 'Bạn nhận vì là người quản trị', en: 'You are told as an administrator' },
  }));
}

async function byPosition(
  trx: Knex,
  tenantId: string,
  to: Exclude<Recipient, { personId: string } | { administrators: true }>,
  now: Date,
): Promise<FoundRecipient[]> {
  const query = held(trx, tenantId, now)
    .leftJoin('procedures.units as unit', (on) =>
      on.on('unit.tenant_id', 'position.tenant_id').andOn('unit.code', 'position.unit_code'),
    )
    // Whoever acts for the holder now, in every package, is told too.
    .leftJoin('procedures.acting_appointments as acting', (on) =>
      on
        .on('acting.position_id', 'position.id')
        .andOn('acting.holder_id', 'person.id')
        .andOnNull('acting.revoked_at')
        .andOnNull('acting.scope_packages')
        .andOnVal('acting.valid_from', '<=', now)
        .andOnVal('acting.valid_to', '>', now),
    )
    .orderBy('position.id')
    .select(
      'person.id as person_id',
      'acting.deputy_id as deputy_id',
      'acting.scope_groups as deputy_groups',
      'position.title as title',
      'unit.name as unit_name',
    );
  if ('group' in to) {
    const slash = to.group.indexOf('/');
    query
      .where('position.unit_code', to.group.slice(0, slash))
      .whereRaw('? = any(position.roles)', [to.group.slice(slash + 1)]);
  } else if ('unitHead' in to)
    query.where('position.unit_code', to.unitHead).whereRaw(...leadsNow(trx, tenantId, to.unitHead, now));
  else query.where('position.unit_code', to.unit);
  const holders: Holder[] = await query;
  const found = new Map<string, FoundRecipient>();
  const add = (personId: string, because: LocalText) => {
    if (!found.has(personId)) found.set(personId, { personId, because });
  };
  for (const holder of holders) add(holder.person_id, becauseOf(holder));
  for (const holder of holders) if (holder.deputy_id && actsFor(holder, to)) add(holder.deputy_id, deputyOf(holder));
  return [...found.values()];
}

/** As tenants/load-actor.ts says who leads a unit. */
function leadsNow(trx: Knex, tenantId: string, unit: string, now: Date): [string, (string | Knex.QueryBuilder)[]] {
  const heads = held(trx, tenantId, now).where({ 'position.unit_code': unit, 'position.is_head': true });
  return [
    '(position.is_head or (? = any(position.roles) and not exists (?)))',
    [DEPUTY_ROLE, heads.select(trx.raw('1'))],
  ];
}

/** A deputy for some groups only hears what is for these; nobody acts for another in what is that person's alone. */
function actsFor({ deputy_groups: groups }: Holder, to: Recipient): boolean {
  if ('group' in to && PERSONAL_ROLES.includes(to.group.slice(to.group.indexOf('/') + 1))) return false;
  return groups === null || ('group' in to && groups.includes(to.group));
}

/** Positions held now by people who still work here. */
const held = (trx: Knex, tenantId: string, now: Date) =>
  trx('procedures.positions as position')
    .join('procedures.people as person', 'person.id', 'position.person_id')
    .where({ 'position.tenant_id': tenantId, 'person.active': true })
    .where('position.valid_from', '<=', now)
    .where((valid) => valid.whereNull('position.valid_to').orWhere('position.valid_to', '>', now));

const placeOf = ({ title, unit_name }: Holder) => (unit_name ? `${title}, ${unit_name}` : title);

function deputyOf(holder: Holder): LocalText {
  const place = placeOf(holder);
  return { vi: `Bạn nhận vì đang làm thay ${place}`, en: `You are told as acting for ${place}` };
}

function becauseOf(holder: Holder): LocalText {
  const place = placeOf(holder);
  return { vi: `Bạn nhận vì là ${place}`, en: `You are told as ${place}` };
}
