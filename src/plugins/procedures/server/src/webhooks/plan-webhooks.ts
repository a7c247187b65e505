// Owns which webhook hears of which notice: those that ask for its kind, once each; never of what was before them.
import { randomUUID } from 'node:crypto';
import type { NoticeKind } from '../../../shared/notifications-contract';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';

const BATCH = 500;

export async function planWebhooks(platform: Platform): Promise<void> {
  while ((await planBatch(platform)) === BATCH);
}

async function planBatch({ strapi, clock }: Platform): Promise<number> {
  return inTransaction(strapi, async (trx) => {
    const notices: { id: string; tenant_id: string; topic: NoticeKind; created_at: Date }[] = await trx(
      'procedures.notices',
    )
      .where({ webhooks_planned: false })
      .orderBy('created_at')
      .limit(BATCH)
      .forUpdate()
      .skipLocked()
      .select('id', 'tenant_id', 'topic', 'created_at');
    if (notices.length === 0) return 0;
    const hooks: { id: string; tenant_id: string; kinds: string[]; created_at: Date }[] = await trx(
      'procedures.webhooks',
    )
      .where({ active: true })
      .whereNull('removed_at')
      .select('id', 'tenant_id', 'kinds', 'created_at');
    const now = clock.now();
    const calls = notices.flatMap((notice) =>
      hooks
        .filter(
          (hook) =>
            hook.tenant_id === notice.tenant_id &&
            hook.kinds.includes(notice.topic) &&
            hook.created_at <= notice.created_at,
        )
        .map((hook) => ({
          id: randomUUID(),
          webhook_id: hook.id,
          tenant_id: notice.tenant_id,
          notice_id: notice.id,
          state: 'QUEUED',
          next_attempt_at: now,
          queued_at: now,
        })),
    );
    if (calls.length > 0)
      await trx('procedures.webhook_deliveries').insert(calls).onConflict(['webhook_id', 'notice_id']).ignore();
    await trx('procedures.notices')
      .whereIn(
        'id',
        notices.map((notice) => notice.id),
      )
      .update({ webhooks_planned: true });
    return notices.length;
  });
}
