// Owns a tenant's own version of a clock rule: what may differ, within what limits, and why. Running clocks keep the
// version they started with.
import type { Knex } from 'knex';
import type { ClockConfirmation, ClockRuleDefinition, ClockUnit, Manifest } from '../packages/types';
import { ProblemError } from '../problems/problem-error';

export interface NewRuleVersion {
  tenantId: string;
  packageId: string;
  ruleId: string;
  change: Record<string, unknown>;
  reason: unknown;
  now: Date;
}

const UNITS: ClockUnit[] = ['minutes', 'hours', 'calendarDays', 'workingDays', 'months', 'daysBefore'];
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
  const reason = typeof input.reason === 'string' ? input.reason.trim() : '';
  if (reason === '') throw refused('reason', 'Cần lý do thay đổi', 'Expected the reason of the change');
  const definition = changed(row.definition as ClockRuleDefinition, input.change);
  await refuseBeyondGuardrail(trx, input, definition);
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
  if (change.length !== undefined) {
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
    if (!UNITS.includes(change.unit as ClockUnit))
      throw refused('unit', 'Đơn vị hạn không hợp lệ', `Expected one of ${UNITS.join(', ')}`);
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

/** A guardrail names the parameter or rule (by id) and the limit that the law sets. */
async function refuseBeyondGuardrail(
  trx: Knex.Transaction,
  input: NewRuleVersion,
  definition: ClockRuleDefinition,
): Promise<void> {
  const published = await trx('procedures.packages')
    .where({ tenant_id: input.tenantId, package_id: input.packageId, active: true })
    .first();
  const guardrails = (published?.manifest as Manifest | undefined)?.guardrails ?? [];
  for (const rail of guardrails) {
    if (rail.kind !== 'parameter' || rail.name !== input.ruleId || typeof definition.length !== 'number') continue;
    const isOutside =
      (rail.max != null && definition.length > rail.max) || (rail.min != null && definition.length < rail.min);
    if (isOutside)
      throw refused(
        'length',
        `Vượt giới hạn luật định: ${rail.law}`,
        `Outside the limit that the law sets: ${rail.law}`,
      );
  }
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
