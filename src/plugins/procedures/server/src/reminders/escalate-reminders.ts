// Owns what becomes of a reminder that was sent a second time and is not answered in time: the leaders above the unit are
// told, once. On their board it stands by itself, from the same moment.
import { writeAudit } from '../audit/write-audit';
import { notify } from '../notices/notify';
import { headsOver } from '../people/heads';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { ReminderRecord } from './reminder-subject';

const A_LOOK = 50;

/** Returns how many were told of. */
export async function escalateReminders(platform: Platform): Promise<number> {
  const now = platform.clock.now();
  const due: { id: string }[] = await platform
    .knex('procedures.reminders')
    .whereNull('answered_at')
    .whereNull('escalated_at')
    .where('round', '>', 1)
    .where('answer_due_at', '<=', now)
    .orderBy('answer_due_at')
    .limit(A_LOOK)
    .select('id');
  for (const { id } of due) await escalate(platform, id, now);
  return due.length;
}

function escalate(platform: Platform, id: string, now: Date): Promise<void> {
  return inTransaction(platform.strapi, async (trx) => {
    const reminder: ReminderRecord | undefined = await trx('procedures.reminders')
      .where({ id })
      .whereNull('answered_at')
      .whereNull('escalated_at')
      .forUpdate()
      .skipLocked()
      .first();
    if (!reminder) return;
    const { tenant_id: tenantId } = reminder;
    await trx('procedures.reminders').where({ id }).update({ escalated_at: now });
    const unit = await trx('procedures.units').where({ tenant_id: tenantId, code: reminder.to_unit }).first();
    const above = unit?.parent_code ? await headsOver(trx, tenantId, unit.parent_code, now) : [];
    if (above.length > 0)
      await notify(trx, {
        tenantId,
        kind: 'REMINDER',
        to: above.map((personId) => ({ personId })),
        why: {
          vi: `${unit.name} chưa trả lời văn bản đôn đốc số ${reminder.number}/${reminder.year} (lần ${reminder.round})`,
          en: `${unit.name} has not answered reminder no. ${reminder.number}/${reminder.year} (round ${reminder.round})`,
        },
        caseId: reminder.case_id,
        link: '/boards',
        now,
      });
    await writeAudit(trx, {
      tenantId,
      at: now,
      actor: null,
      action: 'reminder.escalate',
      subjectType: 'reminder',
      subjectId: id,
      detail: { number: `${reminder.number}/${reminder.year}`, to: reminder.to_unit },
    });
  });
}
