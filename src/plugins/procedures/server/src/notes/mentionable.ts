// Owns who may be mentioned on a case: people who may read it, by the policy itself and nothing else.
import type { Knex } from 'knex';
import { decide } from '../policy/decide';
import type { CaseSubject } from '../policy/subjects';
import type { CaseRecord } from '../storage/rows';
import { loadActor } from '../tenants/load-actor';

export interface Mentionable {
  id: string;
  name: string;
  title: string;
}

export async function mentionable(
  knex: Knex,
  now: Date,
  current: CaseRecord,
  subject: CaseSubject,
): Promise<Mentionable[]> {
  const units = [...new Set([current.handling_unit, ...current.participating_units])];
  const rows: { id: string; full_name: string; admin_user_id: number; title: string }[] = await knex(
    'procedures.people as person',
  )
    .join('procedures.positions as position', 'position.person_id', 'person.id')
    .where({ 'person.tenant_id': current.tenant_id, 'person.active': true })
    .whereNotNull('person.admin_user_id')
    .whereIn('position.unit_code', units)
    .orderBy(['person.full_name', 'position.valid_from'])
    .select('person.id', 'person.full_name', 'person.admin_user_id', 'position.title');
  const once = [...new Map(rows.map((row) => [row.id, row])).values()];
  const found = await Promise.all(
    once.map(async (row) => {
      const actor = await loadActor(knex, row.admin_user_id, now);
      const mayRead = actor !== null && decide(actor, 'case.readRecord', subject).allowed;
      return mayRead ? [{ id: row.id, name: row.full_name, title: row.title }] : [];
    }),
  );
  return found.flat();
}
