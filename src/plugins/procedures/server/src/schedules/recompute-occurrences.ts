// Owns what a change of the calendar does to open occurrences: one whose due differs is superseded by a clock with the new
// due and the trace of why, as the clocks of cases are.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { loadCalendar } from '../case-clocks/load-calendar';
import { joinSentences, recomputedSentence } from '../clocks/clock-sentences';
import { amberAt } from '../clocks/stage-of';
import type { LocalText } from '../packages/types';
import { computeOccurrence } from './compute-occurrence';
import { periodOf } from './periods';
import { daysAsText, type ScheduleClockRecord, type ScheduleVersionRecord } from './schedule-rows';

type Open = ScheduleClockRecord & Pick<ScheduleVersionRecord, 'definition'> & { period_to: string };

/** Within `trx`; returns how many clocks were superseded. */
export async function recomputeOccurrences(
  trx: Knex.Transaction,
  tenantId: string,
  reason: LocalText,
  now: Date,
): Promise<number> {
  const calendar = await loadCalendar(trx, tenantId);
  const clocks: Open[] = await trx('procedures.schedule_clocks as c')
    .join('procedures.schedule_occurrences as o', 'o.id', 'c.occurrence_id')
    .join('procedures.schedule_versions as v', (on) =>
      on.on('v.schedule_id', 'o.schedule_id').andOn('v.version', 'o.version'),
    )
    .where({ 'c.tenant_id': tenantId, 'c.state': 'RUNNING' })
    .forUpdate('c')
    .select('c.*', 'v.definition', ...daysAsText(trx, 'o.period_to'));
  let changed = 0;
  for (const { definition, period_to, ...clock } of clocks) {
    if (!definition.due) continue;
    const period = periodOf(definition.period, period_to);
    const due = computeOccurrence({ ...definition, due: definition.due }, period, calendar);
    if (due.dueAt.getTime() === clock.due_at.getTime()) continue;
    const id = randomUUID();
    await trx('procedures.schedule_clocks')
      .where({ id: clock.id })
      .update({
        state: 'SUPERSEDED',
        superseded_by: id,
        superseded_reason: JSON.stringify(reason),
        stopped_at: now,
      });
    await trx('procedures.schedule_clocks').insert({
      ...clock,
      id,
      // It has opened already: only where it ends can change.
      due_at: due.dueAt,
      due_day: due.dueDay,
      nominal_day: due.nominalDay,
      amber_at: amberAt({ startAt: clock.start_at, dueAt: due.dueAt }),
      derivation: JSON.stringify(joinSentences(recomputedSentence(calendar.revision), due.derivation)),
      calendar_revision: calendar.revision,
      superseded_reason: null,
      stage: 'NEUTRAL',
      created_at: now,
    });
    changed += 1;
  }
  // When the next one opens may count back from a due that has moved.
  await trx('procedures.schedule_versions')
    .whereIn('schedule_id', trx('procedures.schedules').where({ tenant_id: tenantId }).select('id'))
    .update({ next_open_at: null });
  return changed;
}
