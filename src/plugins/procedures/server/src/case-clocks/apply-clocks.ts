// Owns the writing of what an event does to a case's clocks: the pure core decides, this file stores it, and the
// case's open tasks take their due from what is then open.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { decideClocks } from '../clocks/decide-clocks';
import type { ClockRule } from '../clocks/types';
import { correctedEvents } from '../corrections/correction';
import type { Manifest } from '../packages/types';
import type { Log } from '../runtime/platform';
import type { BusinessEventRecord, CaseRecord } from '../storage/rows';
import type { Clock } from '../time/clock';
import { bindTaskDues } from './bind-task-dues';
import { loadCalendar } from './load-calendar';
import { clocksOf, isOpen, toOpenClock } from './open-clocks';

const NAMING = `
  select definition, version from (
    select distinct on (rule_id) rule_id, definition, version
    from procedures.clock_rules
    where tenant_id = :tenantId and package_id = :packageId
      and (rule_id = any(:ids) or rule_id in (select rule_id from procedures.clocks where case_id = :caseId))
    order by rule_id, version desc) newest
  where strpos(definition::text, :code) > 0
  order by rule_id`;

export interface ApplyClocksOptions {
  trx: Knex.Transaction;
  clock: Clock;
  log: Log;
  manifest: Manifest;
  current: CaseRecord;
  event: BusinessEventRecord;
  context: Record<string, unknown>;
}

export async function applyClocks(options: ApplyClocksOptions): Promise<void> {
  const { trx, current, event, manifest } = options;
  const rules = await rulesNaming(trx, current, manifest, event.code);
  // Most events move no clock.
  if (rules.length === 0) return;
  const calendar = await loadCalendar(trx, current.tenant_id);
  const rows = await clocksOf(trx, current.id);
  const decisions = decideClocks({
    event: { code: event.code, at: event.business_at, data: (event.data ?? {}) as Record<string, unknown> },
    rules,
    openClocks: rows.filter(isOpen).map(toOpenClock),
    context: options.context,
    eventTimes: await eventTimes(trx, current.id, event.id),
    calendar,
  });
  for (const one of decisions.superseded) {
    await trx('procedures.clocks')
      .where({ id: one.clockId })
      .update({
        state: 'SUPERSEDED',
        superseded_reason: JSON.stringify(one.reason),
        stopped_by: event.id,
        stopped_at: event.business_at,
      });
  }
  for (const one of decisions.stopped) {
    await trx('procedures.clocks')
      .where({ id: one.clockId })
      .update({
        state: one.onTime ? 'MET' : 'MISSED',
        stopped_by: event.id,
        stopped_at: one.at,
      });
  }
  for (const one of decisions.paused) {
    await trx('procedures.clocks')
      .where({ id: one.clockId })
      .update({
        state: 'PAUSED',
        paused_at: one.at,
        paused_ranges: trx.raw('(paused_ranges::jsonb || ?::jsonb)::json', [
          JSON.stringify([{ from: one.at.toISOString(), to: null }]),
        ]),
      });
  }
  for (const one of decisions.resumed) {
    await trx('procedures.clocks')
      .where({ id: one.clockId })
      .update({
        state: 'RUNNING',
        paused_at: null,
        paused_ranges: trx.raw("jsonb_set(paused_ranges::jsonb, '{-1,to}', to_jsonb(?::text))::json", [
          one.at.toISOString(),
        ]),
        due_at: one.dueAt,
        due_day: one.dueDay,
        nominal_day: one.nominalDay,
        amber_at: one.amberAt,
        added_days: one.addedDays,
        derivation: JSON.stringify(one.derivation),
        stage: 'NEUTRAL',
      });
  }
  for (const one of decisions.started) {
    const id = randomUUID();
    await trx('procedures.clocks').insert({
      id,
      case_id: current.id,
      tenant_id: current.tenant_id,
      package_id: current.package_id,
      rule_id: one.ruleId,
      rule_version: one.ruleVersion,
      rule: one.rule,
      variant: one.variant,
      owner: one.owner,
      tracking: one.tracking,
      unit: one.unit,
      length: one.length,
      start_event: one.startEvent,
      anchor: one.anchor,
      start_at: one.startAt,
      due_at: one.dueAt,
      due_day: one.dueDay,
      nominal_day: one.nominalDay,
      amber_at: one.amberAt,
      derivation: JSON.stringify(one.derivation),
      calendar_revision: calendar.revision,
      state: 'RUNNING',
      started_by: event.id,
      created_at: options.clock.now(),
    });
  }
  for (const problem of decisions.problems) options.log.warn(`clock rule ${problem.ruleId}: ${problem.en}`);
  const { superseded, stopped, paused, resumed, started } = decisions;
  if ([superseded, stopped, paused, resumed, started].some((some) => some.length > 0))
    await bindTaskDues(trx, manifest, current.id);
}

/**
 * The rules in which the event's code stands (no other rule's clock can start, stop or pause by it), as they are now: those
 * of the version that the case runs by, and those that clocks of it already follow.
 */
async function rulesNaming(
  trx: Knex.Transaction,
  current: CaseRecord,
  manifest: Manifest,
  code: string,
): Promise<ClockRule[]> {
  const { rows } = await trx.raw(NAMING, {
    tenantId: current.tenant_id,
    packageId: current.package_id,
    caseId: current.id,
    ids: manifest.clockRules.map((rule) => rule.id),
    code: JSON.stringify(code),
  });
  return rows.map((row: { definition: ClockRule; version: number }) => ({ ...row.definition, version: row.version }));
}

/** Business time of the last event of each code, without the event itself and what was corrected. */
async function eventTimes(trx: Knex.Transaction, caseId: string, except: string): Promise<Record<string, Date>> {
  const rows: { code: string; at: Date }[] = await trx('procedures.business_events')
    .select('code', trx.raw('max(business_at) as at'))
    .where({ case_id: caseId })
    .whereNot({ id: except })
    .whereNotIn('id', correctedEvents(trx, caseId))
    .groupBy('code');
  return Object.fromEntries(rows.map((row) => [row.code, row.at]));
}
