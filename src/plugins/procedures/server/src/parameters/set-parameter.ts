// Owns a tenant's own value of a parameter: from some instant on, never backwards, within the limits of the package and the
// law, and with a reason. What was set before stays where cases of its time read it.
import type { Knex } from 'knex';
import { parameterProblem } from '../packages/check/parameter-problem';
import type { Manifest } from '../packages/types';
import { ProblemError } from '../problems/problem-error';
import { reasonOf } from '../problems/reason';
import { laterInstant } from '../time/later-instant';
import { parameterWithLimits } from './parameter-limits';

export interface NewParameterValue {
  tenantId: string;
  personId: string;
  packageId: string;
  name: string;
  value: unknown;
  /** ISO instant; null: from now on. */
  from: unknown;
  reason: unknown;
  /** How many values the person has seen: of two who set one parameter, the second is told. */
  seen: unknown;
  now: Date;
}

export async function setParameter(trx: Knex.Transaction, input: NewParameterValue): Promise<Date> {
  const published: { manifest: Manifest } | undefined = await trx('procedures.packages')
    .where({ tenant_id: input.tenantId, package_id: input.packageId, active: true })
    .first('manifest');
  const parameter = published ? parameterWithLimits(published.manifest, input.name) : null;
  if (!parameter)
    throw new ProblemError({
      code: 'PARAMETER_UNKNOWN',
      status: 404,
      vi: 'Bộ quy trình đang áp dụng không có tham số này. Hãy tải lại.',
      en: 'Expected a parameter of a package in force, but there is none of that name. Load the page again.',
    });
  const problem = parameterProblem(parameter, input.value);
  if (problem) {
    const law = parameter.law ? ` (${parameter.law})` : '';
    throw refused('value', `${problem.vi}${law}`, `${problem.en}${law}`);
  }
  const reason = reasonOf(input.reason);
  const from = fromWhen(input.from, input.now);
  const of = { tenant_id: input.tenantId, package_id: input.packageId, name: input.name };
  await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `procedures.parameter:${input.tenantId}/${input.packageId}/${input.name}`,
  ]);
  const known: unknown[] = await trx('procedures.parameters').where(of).select('valid_from');
  if (known.length !== input.seen)
    throw new ProblemError({
      code: 'PARAMETER_CHANGED_MEANWHILE',
      status: 409,
      vi: 'Tham số này vừa được người khác đặt. Hãy tải lại, xem giá trị mới rồi đặt tiếp.',
      en: 'Expected a change of the values that were read, but another came meanwhile. Load them again.',
    });
  // One that is still to come is corrected; what has held stays as it was.
  await trx('procedures.parameters')
    .insert({ ...of, value: JSON.stringify(input.value), valid_from: from, changed_by: input.personId, reason })
    .onConflict(['tenant_id', 'package_id', 'name', 'valid_from'])
    .merge(['value', 'changed_by', 'reason']);
  return from;
}

const FARTHEST_MS = 5 * 366 * 86_400_000;

function fromWhen(given: unknown, now: Date): Date {
  const refusal = () =>
    refused(
      'from',
      'Hãy chọn một ngày sau hôm nay, trong vòng 5 năm, hoặc để trống để áp dụng ngay.',
      'Expected an instant to come, within five years, or none for at once.',
    );
  const at = laterInstant(given, now, refusal) ?? now;
  if (at.getTime() >= now.getTime() + FARTHEST_MS) throw refusal();
  return at;
}

const refused = (path: string, vi: string, en: string) =>
  new ProblemError({ code: 'PARAMETER_REFUSED', status: 422, vi, en, detail: { problems: [{ path, vi, en }] } });
