// Owns one person's page: positions over time, absences, appointments, and what was changed by whom and why.
import type { ChangeView, PersonDetail } from '../../../shared/people-contract';
import { recordRead } from '../audit/record-read';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import type { AbsenceRecord } from './absences';
import { accountRoleOf } from './accounts';
import type { AppointmentRecord } from './acting';
import { loadPerson, type PositionRecord } from './load-subject';
import { mayKnowWhy } from './overview';
import { absenceView, actingView, namingOf, positionView } from './people-views';

const SHOWN_CHANGES = 100;

export async function personDetail(platform: Platform, actor: Actor, id: string): Promise<PersonDetail> {
  const { knex } = platform;
  const now = platform.clock.now();
  const { tenantId } = actor;
  const { person, subject } = await loadPerson(knex, tenantId, id, now);
  requireAllowed(decide(actor, 'person.read', subject));
  await recordRead(platform, actor, 'person', id);
  const naming = await namingOf(platform, tenantId);
  const positions: PositionRecord[] = await knex('procedures.positions')
    .where({ tenant_id: tenantId, person_id: id })
    .orderBy('valid_from', 'desc');
  const absences: AbsenceRecord[] = await knex('procedures.absences')
    .where({ tenant_id: tenantId, person_id: id })
    .whereNull('cancelled_at')
    .orderBy('valid_from', 'desc')
    .limit(SHOWN_CHANGES);
  const appointments: AppointmentRecord[] = await knex('procedures.acting_appointments')
    .where({ tenant_id: tenantId })
    .where((concerned) => concerned.where('holder_id', id).orWhere('deputy_id', id))
    .orderBy('valid_from', 'desc')
    .limit(SHOWN_CHANGES);
  const codes: string[] = person.admin_user_id
    ? await knex('admin_users_roles_lnk as link')
        .join('admin_roles as role', 'role.id', 'link.role_id')
        .where('link.user_id', person.admin_user_id)
        .pluck('role.code')
    : [];
  const hasPortal = (await knex('procedures.portal_accounts').where({ person_id: id }).first('user_id')) !== undefined;
  const isClose = mayKnowWhy(actor, id, subject.units);
  return {
    person: {
      id,
      name: person.full_name,
      active: person.active,
      role: accountRoleOf(codes, hasPortal),
      deactivatedAt: person.deactivated_at?.toISOString() ?? null,
    },
    positions: positions.map((row) => positionView(naming, row)),
    absences: absences.map((row) => absenceView(naming, row, isClose)),
    acting: appointments.map((row) => actingView(naming, actor, row, now)),
    history: isClose ? await historyOf(platform, tenantId, id, (by) => naming.person(by).name) : [],
    permissions: {
      write: person.active && decide(actor, 'person.write', subject).allowed,
      givePosition: person.active && decide(actor, 'position.give', subject).allowed,
      absence: person.active && decide(actor, 'absence.write', subject).allowed,
      handOver: decide(actor, 'task.handOver', subject).allowed,
    },
  };
}

async function historyOf(
  platform: Platform,
  tenantId: string,
  personId: string,
  nameOf: (id: string) => string,
): Promise<ChangeView[]> {
  const rows = await platform
    .knex('procedures.people_changes')
    .where({ tenant_id: tenantId, person_id: personId })
    .orderBy('changed_at', 'desc')
    .limit(SHOWN_CHANGES);
  return rows.map((row) => ({
    id: row.id,
    change: row.change,
    at: row.changed_at.toISOString(),
    by: row.changed_by ? nameOf(row.changed_by) : null,
    reason: row.reason,
    before: row.before,
    after: row.after,
  }));
}
