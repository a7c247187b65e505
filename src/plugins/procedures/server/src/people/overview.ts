// Owns the page of units and people: an administrator sees the tenant, everybody else the own units.
import type { PeopleOverview, PersonRow } from '../../../shared/people-contract';
import { decide } from '../policy/decide';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { type AbsenceRecord, absentNow } from './absences';
import { accountRoleOf } from './accounts';
import type { AppointmentRecord } from './acting';
import type { PersonRecord, PositionRecord, UnitRecord } from './load-subject';
import { openTaskCounts } from './move-tasks';
import { absenceView, actingView, type Naming, namingOf, positionView, unitsOf } from './people-views';
import { wordsOf } from './words';

export async function peopleOverview(platform: Platform, actor: Actor): Promise<PeopleOverview> {
  const { knex } = platform;
  const now = platform.clock.now();
  const { tenantId } = actor;
  const naming = await namingOf(platform, tenantId);
  const units = (await unitsOf(knex, tenantId)).filter((unit) => isSeen(actor, unit));
  const codes = units.map((unit) => unit.code);
  const positions: PositionRecord[] = await knex('procedures.positions')
    .where({ tenant_id: tenantId })
    .whereIn('unit_code', codes)
    .where((valid) => valid.whereNull('valid_to').orWhere('valid_to', '>', now))
    .orderBy([{ column: 'is_head', order: 'desc' }, 'valid_from']);
  const people = await peopleOf(platform, actor, positions);
  const appointments: AppointmentRecord[] = await knex('procedures.acting_appointments')
    .where({ tenant_id: tenantId })
    .whereIn('unit_code', codes)
    .whereNull('revoked_at')
    .where('valid_to', '>', now)
    .orderBy('valid_from');
  const absent = await absentNow(
    knex,
    tenantId,
    people.map((person) => person.id),
    now,
  );
  const counts = await openTaskCounts(knex, tenantId);
  const packages = await platform.library.allActive(tenantId);
  const of = (person: PersonRecord & { role_codes: string[]; has_portal: boolean }): PersonRow => ({
    id: person.id,
    name: person.full_name,
    active: person.active,
    role: accountRoleOf(person.role_codes, person.has_portal),
    positions: positions.filter((one) => one.person_id === person.id).map((one) => positionView(naming, one)),
    absence: shownAbsence(naming, actor, person.id, positions, absent.get(person.id)),
    openTasks: counts.get(person.id) ?? 0,
  });
  return {
    units: units.map((unit) => ({
      id: unit.id,
      code: unit.code,
      name: unit.name,
      parent: unit.parent_code,
      external: unit.external,
      order: unit.sort_order,
      receiver: unit.receiver_id ? naming.person(unit.receiver_id) : null,
      closedFrom: unit.closed_from?.toISOString() ?? null,
    })),
    people: people.map(of),
    acting: appointments.map((row) => actingView(naming, actor, row, now)),
    words: await wordsOf(knex, tenantId),
    roles: Object.fromEntries(codes.map((code) => [code, naming.roles.of(code)])),
    packages: packages.map(({ read }) => ({ id: read.id, title: read.manifest.title })),
    permissions: {
      write: decide(actor, 'people.write', { tenantId }).allowed,
      leads: [...actor.headOf],
      appoints: [...actor.own.headOf],
      self: actor.personId,
    },
  };
}

const isSeen = (actor: Actor, unit: UnitRecord) => actor.isAdministrator || actor.units.includes(unit.code);

/** Everybody who holds a position in the units seen; an administrator also sees people without one. */
async function peopleOf(
  platform: Platform,
  actor: Actor,
  positions: readonly PositionRecord[],
): Promise<(PersonRecord & { role_codes: string[]; has_portal: boolean })[]> {
  const { knex } = platform;
  const query = knex('procedures.people as p')
    .where('p.tenant_id', actor.tenantId)
    .orderBy('p.full_name')
    .select(
      'p.*',
      knex.raw(
        `array(select role.code from admin_users_roles_lnk link join admin_roles role on role.id = link.role_id
          where link.user_id = p.admin_user_id) as role_codes`,
      ),
      knex.raw('exists (select from procedures.portal_accounts a where a.person_id = p.id) as has_portal'),
    );
  if (!actor.isAdministrator)
    query.where('p.active', true).whereIn(
      'p.id',
      positions.map((one) => one.person_id),
    );
  return query;
}

function shownAbsence(
  naming: Naming,
  actor: Actor,
  personId: string,
  positions: readonly PositionRecord[],
  absence: AbsenceRecord | undefined,
) {
  if (!absence) return null;
  const units = positions.filter((one) => one.person_id === personId).map((one) => one.unit_code);
  return absenceView(naming, absence, mayKnowWhy(actor, personId, units));
}

export const mayKnowWhy = (actor: Actor, personId: string, units: readonly string[]): boolean =>
  actor.isAdministrator || actor.personId === personId || units.some((unit) => actor.headOf.includes(unit));
