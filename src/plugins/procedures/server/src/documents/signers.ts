// Owns who may sign for a unit, and how the signature reads: in own right, or for another by an appointment in force.
import type { Knex } from 'knex';
import type { Signer } from '../../../shared/documents-contract';
import { ProblemError } from '../problems/problem-error';

/** People who hold a position in one of `units` at `now`, once for each title: heads first. */
export async function signersOf(knex: Knex, tenantId: string, units: readonly string[], now: Date): Promise<Signer[]> {
  const rows: { id: string; full_name: string; title: string; unit_code: string; is_head: boolean }[] = await knex(
    'procedures.positions as p',
  )
    .join('procedures.people as who', 'who.id', 'p.person_id')
    .where({ 'p.tenant_id': tenantId, 'who.active': true })
    .whereIn('p.unit_code', [...units])
    .where('p.valid_from', '<=', now)
    .where((still) => still.whereNull('p.valid_to').orWhere('p.valid_to', '>', now))
    .orderBy([{ column: 'p.is_head', order: 'desc' }, { column: 'who.full_name' }])
    .select('who.id', 'who.full_name', 'p.title', 'p.unit_code', 'p.is_head');
  const appointments = await knex('procedures.acting_appointments')
    .where({ tenant_id: tenantId })
    .whereIn('unit_code', [...units])
    .whereNull('revoked_at')
    .where('valid_from', '<=', now)
    .where('valid_to', '>', now)
    .orderBy('created_at');
  return rows.map((row) => ({
    personId: row.id,
    name: row.full_name,
    title: row.title,
    unit: row.unit_code,
    isHead: row.is_head,
    acting: appointments
      .filter((one) => one.deputy_id === row.id && one.unit_code === row.unit_code)
      .map((one) => ({ id: one.id, lines: [`${one.prefix} ${upper(one.holder_title)}`, upper(one.deputy_title)] })),
  }));
}

export interface Signature {
  signer: Signer;
  /** Above the signature, in capitals. */
  lines: string[];
  appointment: string | null;
}

/** The signature that a request asks for; throws when the person may not sign so. */
export function chooseSignature(
  signers: readonly Signer[],
  request: { signerId: unknown; title: unknown; actingFor: unknown },
): Signature {
  const own = signers.filter((one) => one.personId === request.signerId);
  const signer = own.find((one) => one.title === request.title) ?? own[0];
  if (!signer) throw unknownSigner();
  if (request.actingFor === undefined || request.actingFor === null || request.actingFor === '') {
    return { signer, lines: [upper(signer.title)], appointment: null };
  }
  const acting = own.flatMap((one) => one.acting).find((one) => one.id === request.actingFor);
  if (!acting) throw unknownAppointment();
  return { signer, lines: acting.lines, appointment: acting.id };
}

const upper = (text: string) => text.toLocaleUpperCase('vi-VN');

const unknownSigner = () =>
  new ProblemError({
    code: 'SIGNER_UNKNOWN',
    status: 422,
    vi: 'Cần chọn người ký đang giữ chức vụ ở đơn vị ban hành. Hãy chọn lại người ký.',
    en: 'Expected a signer who holds a position in the issuing unit now: choose one of the list.',
    detail: { problems: [{ path: 'signerId', vi: 'Hãy chọn người ký.', en: 'Choose a signer.' }] },
  });

const unknownAppointment = () =>
  new ProblemError({
    code: 'APPOINTMENT_NOT_IN_FORCE',
    status: 422,
    vi: 'Việc ký thay cần một quyết định phân công đang hiệu lực của người ký. Hãy chọn lại tư cách ký.',
    en: 'Expected an appointment in force by which this person signs for another: choose again in whose right it is signed.',
    detail: { problems: [{ path: 'actingFor', vi: 'Hãy chọn lại tư cách ký.', en: 'Choose again.' }] },
  });
