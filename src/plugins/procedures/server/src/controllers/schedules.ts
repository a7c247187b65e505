// Owns the routes of schedules: what recurs with its occurrences, a new schedule or version, and what was sent.
import type { ScheduleList, ScheduleRow } from '../../../shared/schedules-contract';
import { writeAudit } from '../audit/write-audit';
import { loadCalendar } from '../case-clocks/load-calendar';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import { recordSending } from '../schedules/record-sending';
import { addSchedule, addScheduleVersion } from '../schedules/save-version';
import type { ScheduleInForce } from '../schedules/schedule-subject';
import { findSchedule, occurrenceSubject, scheduleSubject, schedulesInForce } from '../schedules/schedule-subject';
import { scheduleViews } from '../schedules/schedule-views';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { bodyOf, forActor, objectOf } from './respond';

export default {
  list: forActor(async (platform, actor): Promise<ScheduleList> => {
    requireAllowed(decide(actor, 'schedule.list', { tenantId: actor.tenantId }));
    const all: ScheduleInForce[] = await schedulesInForce(platform.knex, actor.tenantId);
    const readable = all.filter((one) => decide(actor, 'schedule.read', scheduleSubject(one)).allowed);
    const units = await platform
      .knex('procedures.units')
      .where({ tenant_id: actor.tenantId })
      .orderBy('name')
      .select('code', 'name', 'external');
    return {
      items: await views(platform, actor, readable),
      units,
      permissions: { edit: decide(actor, 'schedule.write', { tenantId: actor.tenantId }).allowed },
    };
  }),

  read: forActor(async (platform, actor, context): Promise<ScheduleRow | undefined> => {
    const found = await findSchedule(platform.knex, actor.tenantId, context.params.id);
    requireAllowed(decide(actor, 'schedule.read', scheduleSubject(found)));
    return (await views(platform, actor, [found]))[0];
  }),

  add: forActor(async (platform, actor, context) => {
    requireAllowed(decide(actor, 'schedule.write', { tenantId: actor.tenantId }));
    const { code, definition, reason } = bodyOf(context);
    return saved(
      platform,
      actor,
      'schedule.add',
      (change) => (trx) => addSchedule(trx, { ...change, code, definition: { ...objectOf(definition) }, reason }),
    );
  }, 201),

  addVersion: forActor(async (platform, actor, context) => {
    requireAllowed(decide(actor, 'schedule.write', { tenantId: actor.tenantId }));
    const found = await findSchedule(platform.knex, actor.tenantId, context.params.id);
    const { version, definition, reason } = bodyOf(context);
    return saved(
      platform,
      actor,
      'schedule.addVersion',
      (change) => (trx) =>
        addScheduleVersion(trx, { ...change, scheduleId: found.id, version, definition: objectOf(definition), reason }),
    );
  }, 201),

  recordSending: forActor(async (platform, actor, context) => {
    const { id, occurrenceId } = context.params;
    const subject = await occurrenceSubject(platform.knex, actor.tenantId, id, occurrenceId);
    requireAllowed(decide(actor, 'schedule.recordSending', subject));
    const { recipient, documentNo, at, lateReason } = bodyOf(context);
    await inTransaction(platform.strapi, (trx) =>
      recordSending(trx, actor, { occurrenceId, recipient, documentNo, at, lateReason }, platform.clock.now()),
    );
    return { id: occurrenceId };
  }, 201),
};

async function views(platform: Platform, actor: Actor, schedules: ScheduleInForce[]): Promise<ScheduleRow[]> {
  const calendar = await loadCalendar(platform.knex, actor.tenantId);
  return scheduleViews(platform.knex, actor, schedules, calendar, platform.clock.now());
}

type Change = { tenantId: string; personId: string; now: Date };
type Save = (trx: Parameters<typeof addSchedule>[0]) => Promise<{ id: string; version: number }>;

async function saved(platform: Platform, actor: Actor, action: string, saveWith: (change: Change) => Save) {
  const now = platform.clock.now();
  return inTransaction(platform.strapi, async (trx) => {
    const { id, version } = await saveWith({ tenantId: actor.tenantId, personId: actor.personId, now })(trx);
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: now,
      actor,
      action,
      subjectType: 'schedule',
      subjectId: id,
      detail: { version },
    });
    return { id, version };
  });
}
