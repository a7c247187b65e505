// Owns how positions, absences and appointments are shown, in words instead of codes.
import type { Knex } from 'knex';
import type { AbsenceView, ActingView, PersonName, PositionView } from '../../../shared/people-contract';
import type { LocalText } from '../packages/types';
import { decide } from '../policy/decide';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import type { AbsenceRecord } from './absences';
import { type AppointmentRecord, appointmentSubject } from './acting';
import type { PositionRecord, UnitRecord } from './load-subject';
import { type RoleOffers, roleOffers } from './role-offers';
import { signatureLines } from './signature-lines';
import { wordsOf } from './words';

export interface Naming {
  person(id: string): PersonName;
  unit(code: string): string;
  roles: RoleOffers;
  word(list: 'ACTING_FORM' | 'ABSENCE_KIND', code: string): string;
  package(id: string): LocalText;
}

/** Everything that is needed to say names instead of ids, in five queries however many rows are shown. */
export async function namingOf(platform: Platform, tenantId: string): Promise<Naming> {
  const { knex } = platform;
  const [people, units, roles, words, packages] = await Promise.all([
    knex('procedures.people').where({ tenant_id: tenantId }).select('id', 'full_name'),
    unitsOf(knex, tenantId),
    roleOffers(platform, tenantId),
    wordsOf(knex, tenantId),
    platform.library.allActive(tenantId),
  ]);
  const names = new Map<string, string>(people.map((person) => [person.id, person.full_name]));
  return {
    person: (id) => ({ id, name: names.get(id) ?? '' }),
    unit: (code) => units.find((unit) => unit.code === code)?.name ?? code,
    roles,
    word: (list, code) => words[list].find((word) => word.code === code)?.title ?? code,
    package: (id) => packages.find((one) => one.read.id === id)?.read.manifest.title ?? { vi: id, en: id },
  };
}

export const unitsOf = (knex: Knex, tenantId: string): Promise<UnitRecord[]> =>
  knex('procedures.units').where({ tenant_id: tenantId }).orderBy(['external', 'sort_order', 'name']);

export const positionView = (naming: Naming, row: PositionRecord): PositionView => ({
  id: row.id,
  unit: row.unit_code,
  unitName: naming.unit(row.unit_code),
  title: row.title,
  roles: row.roles.map((code) => ({ code, title: naming.roles.title(row.unit_code, code) })),
  isHead: row.is_head,
  from: row.valid_from.toISOString(),
  to: row.valid_to?.toISOString() ?? null,
});

/** `why`: the reader may know the reason of the absence. */
export const absenceView = (naming: Naming, row: AbsenceRecord, why: boolean): AbsenceView => ({
  id: row.id,
  person: naming.person(row.person_id),
  from: row.valid_from.toISOString(),
  to: row.valid_to.toISOString(),
  kind: why ? naming.word('ABSENCE_KIND', row.kind) : null,
  note: why ? row.note : null,
});

export function actingView(naming: Naming, actor: Actor, row: AppointmentRecord, now: Date): ActingView {
  const state = row.revoked_at
    ? 'REVOKED'
    : row.valid_to <= now
      ? 'ENDED'
      : row.valid_from <= now
        ? 'IN_FORCE'
        : 'COMING';
  const isOpen = state === 'IN_FORCE' || state === 'COMING';
  return {
    id: row.id,
    state,
    holder: naming.person(row.holder_id),
    deputy: naming.person(row.deputy_id),
    unit: row.unit_code,
    unitName: naming.unit(row.unit_code),
    form: naming.word('ACTING_FORM', row.form),
    signature: signatureLines(row),
    legalBasis: row.legal_basis,
    documentNo: row.document_no,
    groups:
      row.scope_groups?.map((group) => naming.roles.title(row.unit_code, group.slice(row.unit_code.length + 1))) ??
      null,
    packages: row.scope_packages?.map((id) => naming.package(id)) ?? null,
    from: row.valid_from.toISOString(),
    to: row.valid_to.toISOString(),
    appointedBy: naming.person(row.appointed_by).name,
    revokeReason: row.revoke_reason,
    permissions: { revoke: isOpen && decide(actor, 'acting.revoke', appointmentSubject(row)).allowed },
  };
}
