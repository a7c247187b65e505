// Owns the terms of a moved case whose rules have changed, where the administrator has asked for it: each is followed by
// one with the same start and the newer rule's length. A term that hangs on another, or is capped by one, stays.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { loadCalendar } from '../case-clocks/load-calendar';
import { clocksOf } from '../case-clocks/open-clocks';
import { caseContext } from '../cases/case-context';
import { computeDue } from '../clocks/compute-due';
import { amberAt } from '../clocks/stage-of';
import type { ClockRule } from '../clocks/types';
import { resolveFeel } from '../feel/resolve-feel';
import type { ReadPackage } from '../packages/read-package';
import type { Platform } from '../runtime/platform';
import type { CaseRecord, ClockRecord } from '../storage/rows';

export interface ChangedRule {
  rule_id: string;
  version: number;
  definition: ClockRule;
}

/** Rules in force that are newer than what `clocks` follow, and that a term can be computed by anew. */
export async function changedRules(
  knex: Knex,
  tenantId: string,
  packageId: string,
  clocks: Pick<ClockRecord, 'rule_id' | 'rule_version'>[],
): Promise<ChangedRule[]> {
  const rules: ChangedRule[] = await knex('procedures.clock_rules')
    .where({ tenant_id: tenantId, package_id: packageId, active: true })
    .select('rule_id', 'version', 'definition');
  return rules.filter(
    (rule) =>
      !rule.definition.notAfter &&
      clocks.some((clock) => clock.rule_id === rule.rule_id && clock.rule_version < rule.version),
  );
}

export async function recomputeTerms(
  platform: Platform,
  trx: Knex.Transaction,
  current: CaseRecord,
  read: ReadPackage,
): Promise<number> {
  const running = (await clocksOf(trx, current.id)).filter(
    (clock) => clock.state === 'RUNNING' && !clock.anchor.startsWith('clock:') && clock.added_days === 0,
  );
  const rules = await changedRules(trx, current.tenant_id, read.id, running);
  if (rules.length === 0) return 0;
  const calendar = await loadCalendar(trx, current.tenant_id);
  const published = await platform.library.load(current.tenant_id, read.id, read.version);
  const { context } = await caseContext(platform, current, published);
  let changed = 0;
  for (const clock of running) {
    const rule = rules.find((one) => one.rule_id === clock.rule_id && one.version > clock.rule_version);
    const length = rule
      ? resolveFeel(rule.definition.length, context, { instant: platform.clock.now(), timeZone: calendar.timeZone })
      : null;
    if (!rule || typeof length !== 'number') continue;
    const { title, unit, rolling } = rule.definition;
    const due = computeDue({ title, unit, length, rolling, startAt: clock.start_at }, calendar);
    await supersede(trx, clock, platform.clock.now(), read.version, {
      rule_version: rule.version,
      unit,
      length,
      derivation: JSON.stringify(due.derivation),
      due_at: due.dueAt,
      due_day: due.dueDay,
      nominal_day: due.nominalDay,
      amber_at: amberAt({ startAt: clock.start_at, dueAt: due.dueAt }),
      calendar_revision: calendar.revision,
    });
    changed += 1;
  }
  return changed;
}

async function supersede(
  trx: Knex.Transaction,
  clock: ClockRecord,
  at: Date,
  version: string,
  change: Record<string, unknown>,
): Promise<void> {
  const id = randomUUID();
  await trx('procedures.clocks').insert({
    ...clock,
    paused_ranges: JSON.stringify(clock.paused_ranges),
    ...change,
    id,
    stage: 'NEUTRAL',
    created_at: at,
  });
  await trx('procedures.clocks')
    .where({ id: clock.id })
    .update({
      state: 'SUPERSEDED',
      superseded_by: id,
      superseded_reason: JSON.stringify({
        vi: `chuyển sang phiên bản quy trình ${version}`,
        en: `moved to version ${version} of the procedure`,
      }),
      stopped_at: at,
    });
}
