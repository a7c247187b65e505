// Owns what a change of the calendar does: every running clock of the tenant is computed again; one whose due differs
// is superseded by a clock with the new due and the trace of why. A clock is never edited.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { recomputeClock } from '../clocks/recompute';
import type { ClockRule } from '../clocks/types';
import { QUESTION_RULE } from '../questions/question-rule';
import type { Platform } from '../runtime/platform';
import type { ClockRecord } from '../storage/rows';
import { bindTaskDues } from './bind-task-dues';
import { loadCalendar } from './load-calendar';
import { toOpenClock } from './open-clocks';

/** Recomputes within `trx`; returns how many clocks were superseded. */
export async function recomputeClocks(
  platform: Pick<Platform, 'clock' | 'library'>,
  trx: Knex.Transaction,
  tenantId: string,
  reason: { vi: string; en: string },
): Promise<number> {
  const calendar = await loadCalendar(trx, tenantId);
  const clocks: ClockRecord[] = await trx('procedures.clocks')
    .select(
      '*',
      trx.raw("to_char(due_day, 'YYYY-MM-DD') as due_day"),
      trx.raw("to_char(nominal_day, 'YYYY-MM-DD') as nominal_day"),
    )
    .where({ tenant_id: tenantId, state: 'RUNNING' })
    .forUpdate();
  const rules: { package_id: string; rule_id: string; version: number; definition: ClockRule }[] = await trx(
    'procedures.clock_rules',
  ).where({ tenant_id: tenantId });
  const touched = new Set<string>();
  let changed = 0;
  for (const clock of clocks) {
    const rule = rules.find(
      (one) =>
        one.package_id === clock.package_id && one.rule_id === clock.rule_id && one.version === clock.rule_version,
    );
    const rolling = clock.rule_id === QUESTION_RULE ? { rolling: 'NEXT_WORKING_DAY' as const } : rule?.definition;
    const due = rolling ? recomputeClock(toOpenClock(clock), rolling, calendar) : null;
    if (!due) continue;
    const id = randomUUID();
    await trx('procedures.clocks').insert({
      ...clock,
      id,
      derivation: JSON.stringify(due.derivation),
      paused_ranges: JSON.stringify(clock.paused_ranges),
      due_at: due.dueAt,
      due_day: due.dueDay,
      nominal_day: due.nominalDay,
      amber_at: due.amberAt,
      stage: 'NEUTRAL',
      calendar_revision: calendar.revision,
      created_at: platform.clock.now(),
    });
    await trx('procedures.clocks')
      .where({ id: clock.id })
      .update({
        state: 'SUPERSEDED',
        superseded_by: id,
        superseded_reason: JSON.stringify(reason),
        stopped_at: platform.clock.now(),
      });
    await trx('procedures.unit_questions').where({ clock_id: clock.id }).update({ clock_id: id, due_at: due.dueAt });
    touched.add(clock.case_id);
    changed += 1;
  }
  for (const caseId of touched) {
    const current = await trx('procedures.cases').where({ id: caseId }).first();
    const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
    await bindTaskDues(trx, published.read.manifest, caseId);
  }
  return changed;
}
