// Owns a tenant's own version of a clock rule: what may differ, within what limits, and why. Running clocks keep the
// version they started with.
import type { Knex } from 'knex';
import { longer } from '../packages/guardrails/clock-problems';
import type { ClockConfirmation, ClockRuleDefinition, ClockUnit, Manifest } from '../packages/types';
import { parameterWithLimits } from '../parameters/parameter-limits';
import { ProblemError } from '../problems/problem-error';

export interface NewRuleVersion {
  tenantId: string;
  packageId: string;
  ruleId: string;
  /** The version that the change was made of: of two people who change one rule, the second is told. */
  version: unknown;
  change: Record<string, unknown>;
  reason: unknown;
  now: Date;
}

const UNIT_WORDS: Record<ClockUnit, string> = {
  minutes: 'phút',
  hours: 'giờ',
  calendarDays: 'ngày',
  workingDays: 'ngày làm việc',
  months: 'tháng',
  daysBefore: 'ngày trước',
};
const MAX_LENGTH = 3650;

export async function addRuleVersion(trx: Knex.Transaction, input: NewRuleVersion): Promise<number> {
  const row = await trx('procedures.clock_rules')
    .where({ tenant_id: input.tenantId, package_id: input.packageId, rule_id: input.ruleId, active: true })
    .forUpdate()
    .first();
  if (!row) {
    throw new ProblemError({
      code: 'CLOCK_RULE_UNKNOWN',
      status: 404,
      vi: 'Không có quy tắc hạn này.',
      en: 'Expected a clock rule in force, but there is none of that id.',
    });
  }
  if (input.version !== row.version) {
    throw new ProblemError({
      code: 'CLOCK_RULE_CHANGED_MEANWHILE',
      status: 409,
      vi: `Quy tắc đã có phiên bản ${row.version} trong lúc anh/chị sửa. Hãy xem phiên bản đó rồi sửa lại.`,
      en: `Expected a change of version ${row.version}, which came meanwhile. Look at it, then change it.`,
      detail: { version: row.version },
    });
  }
  const reason = typeof input.reason === 'string' ? input.reason.trim() : '';
  if (reason === '') throw refused('reason', 'Cần lý do thay đổi', 'Expected the reason of the change');
  const definition = changed(row.definition as ClockRuleDefinition, input.change);
  await refuseBeyondLaw(trx, input, definition);
  const version = row.version + 1;
  await trx('procedures.clock_rules')
    .where({ tenant_id: input.tenantId, package_id: input.packageId, rule_id: input.ruleId })
    .update({ active: false });
  await trx('procedures.clock_rules').insert({
    tenant_id: input.tenantId,
    package_id: input.packageId,
    rule_id: input.ruleId,
    version,
    definition: JSON.stringify({ ...definition, version, changeReason: reason.slice(0, 1000) }),
    confirmation_state: definition.confirmation.state,
    confirmed_by: definition.confirmation.by ?? null,
    confirmed_at: definition.confirmation.at ?? null,
    confirmation_document: definition.confirmation.document ?? null,
    created_at: input.now,
  });
  return version;
}

function changed(current: ClockRuleDefinition, change: Record<string, unknown>): ClockRuleDefinition {
  const next = { ...current };
  // A length that is an expression is the package's to change; here it stays as it is, or gives way to a number.
  if (change.length !== undefined && change.length !== current.length) {
    if (
      typeof change.length !== 'number' ||
      !Number.isFinite(change.length) ||
      change.length <= 0 ||
      change.length > MAX_LENGTH
    ) {
      throw refused(
        'length',
        `Độ dài hạn phải là số từ 1 đến ${MAX_LENGTH}`,
        `Expected a length between 1 and ${MAX_LENGTH}`,
      );
    }
    next.length = change.length;
  }
  if (change.unit !== undefined) {
    if (!Object.hasOwn(UNIT_WORDS, String(change.unit)))
      throw refused('unit', 'Đơn vị hạn không hợp lệ', `Expected one of ${Object.keys(UNIT_WORDS).join(', ')}`);
    next.unit = change.unit as ClockUnit;
  }
  if (change.rolling !== undefined) {
    if (change.rolling !== 'NEXT_WORKING_DAY' && change.rolling !== 'NONE')
      throw refused('rolling', 'Cách lùi ngày nghỉ không hợp lệ', 'Expected NEXT_WORKING_DAY or NONE');
    next.rolling = change.rolling;
  }
  if (change.legalBasis !== undefined) next.legalBasis = String(change.legalBasis).slice(0, 1000);
  if (change.confirmation !== undefined) next.confirmation = confirmation(change.confirmation);
  return next;
}

function confirmation(value: unknown): ClockConfirmation {
  const given = (value ?? {}) as ClockConfirmation;
  if (given.state !== 'CONFIRMED') return { state: 'UNCONFIRMED' };
  if (!given.by || !given.at || !given.document) {
    throw refused(
      'confirmation',
      'Xác nhận cần người xác nhận, ngày và văn bản',
      'A confirmation needs who, when and which document',
    );
  }
  return {
    state: 'CONFIRMED',
    by: String(given.by).slice(0, 200),
    at: String(given.at).slice(0, 40),
    document: String(given.document).slice(0, 500),
  };
}

/**
 * What the package in force says of a term with a legal basis is the most that a tenant may set for itself, whatever it set
 * before; a length that is a parameter goes as far as that parameter may.
 */
async function refuseBeyondLaw(
  trx: Knex.Transaction,
  input: NewRuleVersion,
  definition: ClockRuleDefinition,
): Promise<void> {
  const published: { manifest: Manifest } | undefined = await trx('procedures.packages')
    .where({ tenant_id: input.tenantId, package_id: input.packageId, active: true })
    .first('manifest');
  const rule = published?.manifest.clockRules.find((one) => one.id === input.ruleId);
  if (!published || !rule?.legalBasis) return;
  if (!definition.legalBasis?.trim())
    throw refused('legalBasis', 'Thời hạn luật định phải có căn cứ pháp lý', 'Expected the legal basis of the term');
  // The tenant's own version may hold a number where the package has an expression.
  const most = { ...rule, length: mostOf(published.manifest, rule) };
  const reason = longer(most, {
    ...definition,
    length: sameLength(rule, definition) ? most.length : definition.length,
  });
  if (!reason) return;
  if (typeof most.length === 'string')
    throw refused(
      'length',
      `Độ dài hạn này do bộ quy trình tính theo từng hồ sơ, không đặt lại được ở đây (${rule.legalBasis})`,
      `Expected the length as the package computes it for each case, which is not set here (${rule.legalBasis})`,
    );
  throw refused(
    reason === 'rolling' ? 'rolling' : 'length',
    `Không được kéo dài thời hạn luật định: nhiều nhất là ${most.length} ${UNIT_WORDS[most.unit]} (${rule.legalBasis})`,
    `Expected the statutory term not to grow beyond ${most.length} ${most.unit} (${rule.legalBasis})`,
  );
}

const sameLength = (a: ClockRuleDefinition, b: ClockRuleDefinition) => a.length === b.length && a.unit === b.unit;

function mostOf(manifest: Manifest, { length }: ClockRuleDefinition): ClockRuleDefinition['length'] {
  const name = typeof length === 'string' ? /^=\s*params\.([\p{L}\p{N}_]+)\s*$/u.exec(length)?.[1] : undefined;
  const parameter = name === undefined ? null : parameterWithLimits(manifest, name);
  const most = parameter?.max ?? parameter?.default;
  return typeof most === 'number' ? most : length;
}

function refused(path: string, vi: string, en: string): ProblemError {
  return new ProblemError({
    code: 'CLOCK_RULE_REFUSED',
    status: 422,
    vi: `${vi}.`,
    en: `${en}.`,
    detail: { problems: [{ path, vi, en }] },
  });
}
