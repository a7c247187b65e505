// Owns the calendar routes. A change recomputes the running clocks of the tenant in the same transaction.
import type { CalendarYear } from '../../../shared/contracts';
import { writeAudit } from '../audit/write-audit';
import { recomputeClocks } from '../case-clocks/recompute-clocks';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { recomputeOccurrences } from '../schedules/recompute-occurrences';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { bodyOf, forActor } from './respond';

const DAY = /^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const KINDS = ['HOLIDAY', 'WORKING'];
const STATUSES = ['LAW', 'DECIDED', 'ASSUMED'];

export default {
  read: forActor(async (platform, actor, context): Promise<CalendarYear> => {
    const year = Number(context.query.year) || platform.clock.now().getUTCFullYear();
    const settings = await platform.knex('procedures.calendar_settings').where({ tenant_id: actor.tenantId }).first();
    const days = await platform
      .knex('procedures.calendar_days')
      .select(platform.knex.raw("to_char(day, 'YYYY-MM-DD') as day"), 'kind', 'name', 'status')
      .where({ tenant_id: actor.tenantId })
      .whereRaw('extract(year from day) = ?', [year])
      .orderBy('day');
    return {
      year,
      weekend: settings?.weekend ?? [6, 7],
      revision: settings?.revision ?? 1,
      days,
      permissions: { edit: decide(actor, 'calendar.write', { tenantId: actor.tenantId }).allowed },
    };
  }),

  putDay: forActor(async (platform, actor, context) => {
    requireAllowed(decide(actor, 'calendar.write', { tenantId: actor.tenantId }));
    const day = dayOf(context.params.day);
    const body = bodyOf(context);
    const name = typeof body.name === 'string' ? body.name.trim() : '';
    if (
      !KINDS.includes(String(body.kind)) ||
      !STATUSES.includes(String(body.status)) ||
      name === '' ||
      name.length > 200
    ) {
      throw new ProblemError({
        code: 'CALENDAR_DAY_REFUSED',
        status: 422,
        vi: 'Cần loại ngày (nghỉ hoặc làm bù), tên ngày (tối đa 200 ký tự) và căn cứ. Hãy điền đủ.',
        en: `Expected kind ${KINDS.join('|')}, status ${STATUSES.join('|')} and a name of up to 200 characters.`,
      });
    }
    const recomputed = await change(platform, actor, day, async (trx) => {
      await trx('procedures.calendar_days')
        .insert({ tenant_id: actor.tenantId, day, kind: body.kind, name, status: body.status })
        .onConflict(['tenant_id', 'day'])
        .merge();
    });
    return { day, recomputed };
  }),

  deleteDay: forActor(async (platform, actor, context) => {
    requireAllowed(decide(actor, 'calendar.write', { tenantId: actor.tenantId }));
    const day = dayOf(context.params.day);
    const recomputed = await change(platform, actor, day, async (trx) => {
      await trx('procedures.calendar_days').where({ tenant_id: actor.tenantId, day }).delete();
    });
    return { day, recomputed };
  }),
};

async function change(
  platform: Platform,
  actor: Actor,
  day: string,
  work: (trx: Parameters<Parameters<typeof inTransaction>[1]>[0]) => Promise<void>,
): Promise<number> {
  return inTransaction(platform.strapi, async (trx) => {
    await work(trx);
    await trx('procedures.calendar_settings')
      .insert({ tenant_id: actor.tenantId, revision: 2, changed_at: platform.clock.now() })
      .onConflict('tenant_id')
      .merge({ revision: trx.raw('procedures.calendar_settings.revision + 1'), changed_at: platform.clock.now() });
    const reason = {
      vi: `tính lại vì lịch ngày ${day} thay đổi`,
      en: `computed again because the calendar of ${day} changed`,
    };
    const recomputed =
      (await recomputeClocks(platform, trx, actor.tenantId, reason)) +
      (await recomputeOccurrences(trx, actor.tenantId, reason, platform.clock.now()));
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: platform.clock.now(),
      actor,
      action: 'calendar.change',
      subjectType: 'calendar',
      subjectId: day,
      detail: { recomputed },
    });
    return recomputed;
  });
}

function dayOf(text: string): string {
  // The 31st of February would be read as a day in March.
  if (DAY.test(text) && new Date(text).toJSON().startsWith(text)) return text;
  throw new ProblemError({
    code: 'DAY_UNREADABLE',
    vi: 'Cần ngày theo dạng 2026-11-22, từ năm 1900 đến 2199.',
    en: 'Expected a day such as 2026-11-22, between 1900 and 2199.',
  });
}
