// Owns how a case that was merged is found again when it runs anew: the state of its start, the outcome and what the
// public was told as before the merge, and the terms that the merge had ended, with the starts that they had.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { loadCalendar } from '../case-clocks/load-calendar';
import { clocksOf, toOpenClock } from '../case-clocks/open-clocks';
import { recomputeClock } from '../clocks/recompute';
import type { ClockRule } from '../clocks/types';
import { resolveFeel } from '../feel/resolve-feel';
import type { PublishedPackage } from '../publishing/package-library';
import type { CaseRecord, ClockRecord } from '../storage/rows';
import type { Clock } from '../time/clock';
import type { CaseLinkRecord } from './case-link';

export async function asBeforeMerge(
  trx: Knex.Transaction,
  current: CaseRecord,
  published: PublishedPackage,
): Promise<CaseRecord> {
  const link = await lastMerge(trx, current.id);
  const first = await trx('procedures.actions').where({ case_id: current.id, kind: 'START_CASE' }).first('event_code');
  const start = published.read.events.find((event) => event.code === first?.event_code);
  const state = resolveFeel(start?.state ?? null, {});
  const before = link?.before;
  return {
    ...current,
    state: typeof state === 'string' ? state : (before?.state ?? current.state),
    outcome: before?.outcome ?? null,
    outcome_ground: before?.outcomeGround ?? null,
    public_status: before?.publicStatus ?? current.public_status,
    public_text: before?.publicText ?? current.public_text,
  };
}

/** A term is never edited: each that the merge ended is followed by one with the same start, by the calendar of today. */
export async function takeUpTerms(trx: Knex.Transaction, clock: Clock, current: CaseRecord): Promise<void> {
  const link = await lastMerge(trx, current.id);
  const merge = await trx('procedures.business_events')
    .where({ case_id: current.id, action_id: link?.action_id ?? null })
    .first('id');
  if (!merge) return;
  const calendar = await loadCalendar(trx, current.tenant_id);
  const ended = (await clocksOf(trx, current.id)).filter(
    (row) => row.state === 'SUPERSEDED' && row.stopped_by === merge.id,
  );
  for (const row of ended) {
    const rule = await ruleOf(trx, row);
    const due = rule ? recomputeClock({ ...toOpenClock(row), state: 'RUNNING' }, rule, calendar) : null;
    const id = randomUUID();
    await trx('procedures.clocks').insert({
      ...row,
      id,
      state: row.paused_at ? 'PAUSED' : 'RUNNING',
      stage: 'NEUTRAL',
      stopped_by: null,
      stopped_at: null,
      superseded_reason: null,
      derivation: JSON.stringify(due?.derivation ?? row.derivation),
      paused_ranges: JSON.stringify(row.paused_ranges),
      ...(due ? { due_at: due.dueAt, due_day: due.dueDay, nominal_day: due.nominalDay, amber_at: due.amberAt } : {}),
      calendar_revision: calendar.revision,
      created_at: clock.now(),
    });
    await trx('procedures.clocks').where({ id: row.id }).update({ superseded_by: id });
  }
}

const lastMerge = (trx: Knex.Transaction, caseId: string): Promise<CaseLinkRecord | undefined> =>
  trx('procedures.case_links')
    .where({ case_id: caseId, kind: 'MERGED_INTO', state: 'ENDED' })
    .whereNotNull('before')
    .orderBy('ended_at', 'desc')
    .first();

async function ruleOf(trx: Knex.Transaction, row: ClockRecord): Promise<ClockRule | undefined> {
  const found = await trx('procedures.clock_rules')
    .where({
      tenant_id: row.tenant_id,
      package_id: row.package_id,
      rule_id: row.rule_id,
      version: row.rule_version,
    })
    .first('definition');
  return found?.definition;
}
