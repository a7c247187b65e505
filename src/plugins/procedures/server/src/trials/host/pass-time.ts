// Owns the passing of business time in a trial: never in one leap, but from one thing that falls due to the next, so that
// stages, messages of clocks and timers of the model happen when they would, in their order.
import type { Knex } from 'knex';
import { tickAlarms } from '../../alarms/tick-alarms';
import type { Platform } from '../../runtime/platform';
import { tenantTerms } from '../../scheduler/tenant-terms';
import { tickClocks } from '../../scheduler/tick-clocks';
import { OPEN_SERVICE_STATES, serviceJobs } from '../../service-tasks/service-job';
import type { BrokerClock } from './broker-clock';
import type { TrialClock } from './trial-clock';
import type { TrialOutside } from './trial-outside';

export interface TrialTime {
  platform: Platform;
  clock: TrialClock;
  broker: BrokerClock;
  outside: TrialOutside;
}

/** A case that chases its own due dates without end is cut off here. */
const MOST_STOPS = 500;
const TIMER_WAIT_MS = 15_000;
/** Due is what lies before now: one second past the instant. */
const JUST_PAST_MS = 1_000;

/** As many automatic steps one behind the other as a trial follows. */
const MOST_AUTOMATIC_STEPS = 100;

/** Two fences: what the first brought may have sent something on. So may a step that the platform does itself. */
export async function settled({ platform }: TrialTime): Promise<void> {
  for (let steps = 0; steps < MOST_AUTOMATIC_STEPS; steps += 1) {
    await platform.records.fence(platform.engine);
    await platform.records.fence(platform.engine);
    if (!(await isWorking(platform))) return;
    await platform.serviceTasks.runDue();
  }
}

const isWorking = async ({ knex, onlyTenant }: Platform): Promise<boolean> =>
  (await serviceJobs(knex)
    .where({ tenant_id: onlyTenant ?? '' })
    .whereIn('state', [...OPEN_SERVICE_STATES])
    .first('id')) !== undefined;

/** Moves on to `target`; an instant that has passed already moves nothing. Returns how many stops there were. */
export async function passTime(time: TrialTime, caseId: string | null, target: Date): Promise<number> {
  const { platform, clock } = time;
  for (let stops = 0; ; stops += 1) {
    const now = clock.now();
    if (target <= now) return stops;
    const next = stops < MOST_STOPS ? await nextInstant(time, caseId, now) : null;
    const stop = next && next < target ? next : target;
    await time.broker.jump(caseId && (await hasTimer(platform, caseId)) ? stop.getTime() - now.getTime() : 0);
    clock.setTo(stop);
    const reached = await tickClocks(platform);
    await tickAlarms(platform);
    const rang = caseId ? await timersRung(time, caseId) : false;
    // Where nothing happened there is nothing to wait for.
    if (reached.length > 0 || rang) await settled(time);
  }
}

/** One second past the next due instant of a running clock of the case; null: none runs. */
export async function nextDue(knex: Knex, caseId: string, now: Date): Promise<{ rule: string; at: Date } | null> {
  const row = await knex('procedures.clocks')
    .where({ case_id: caseId, state: 'RUNNING' })
    .where('due_at', '>=', now)
    .orderBy('due_at')
    .first('rule', 'due_at');
  return row ? { rule: row.rule, at: new Date(row.due_at.getTime() + JUST_PAST_MS) } : null;
}

async function nextInstant({ platform, broker }: TrialTime, caseId: string | null, now: Date): Promise<Date | null> {
  if (!caseId) return null;
  const clocks: { due_at: Date; amber_at: Date }[] = await platform
    .knex('procedures.clocks')
    .where({ case_id: caseId, state: 'RUNNING' })
    .select('due_at', 'amber_at');
  const timers: { due_at: Date }[] = await openTimers(platform, caseId).select('timer.due_at');
  const terms = await tenantTerms(platform.knex);
  const untilTold = now.getTime() - terms.escalateBefore(platform.onlyTenant ?? null, now).getTime();
  const ahead = [
    ...clocks.flatMap(({ due_at, amber_at }) => {
      const due = due_at.getTime() + JUST_PAST_MS;
      return [amber_at.getTime(), due, due + untilTold];
    }),
    // A timer's instant is the broker's: what is left of it is the same by either clock.
    ...timers.map(({ due_at }) => now.getTime() + Math.max(1, due_at.getTime() - broker.now().getTime())),
  ].filter((instant) => instant > now.getTime());
  return ahead.length > 0 ? new Date(Math.min(...ahead)) : null;
}

const openTimers = (platform: Platform, caseId: string) =>
  platform
    .knex('procedures.timers as timer')
    .join('procedures.case_instances as instance', (on) =>
      on
        .on('instance.engine_id', 'timer.engine_id')
        .andOn('instance.process_instance_key', 'timer.process_instance_key'),
    )
    .where({ 'instance.case_id': caseId, 'timer.state': 'CREATED' });

const hasTimer = async (platform: Platform, caseId: string): Promise<boolean> =>
  (await openTimers(platform, caseId).first('timer.timer_key')) !== undefined;

/** The broker rings its timers by itself, a moment after its clock has moved. */
async function timersRung({ platform, broker }: TrialTime, caseId: string): Promise<boolean> {
  const limit = Date.now() + TIMER_WAIT_MS;
  for (let rang = false; Date.now() < limit; rang = true) {
    const due = await openTimers(platform, caseId).where('timer.due_at', '<=', broker.now()).first('timer.timer_key');
    if (!due) return rang;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}
