// Owns the emptying of the webhook outbox, and giving up on a webhook that fails again and again: it is switched off, what
// waits for it is dropped, and the administrators are told.

import { notify } from '../notices/notify';
import type { Platform } from '../runtime/platform';
import { leaseDue } from '../scheduler/lease-due';
import { retryAt } from '../scheduler/retry-at';
import { inTransaction } from '../storage/in-transaction';
import { type CallAnswer, callWebhook } from './call-webhook';
import { openSecret } from './secret';
import { serverKey } from './server-key';
import { webhookBody } from './webhook-body';

/** Calls in a row, of whatever notices, that were not answered with 2xx. */
export const FAILURES_ALLOWED = 10;

interface Delivery {
  id: string;
  webhook_id: string;
  tenant_id: string;
  notice_id: string;
  attempts: number;
}
interface Hook {
  id: string;
  tenant_id: string;
  url: string;
  secret: string;
  active: boolean;
  removed_at: Date | null;
}

export async function sendWebhooks(platform: Platform): Promise<void> {
  for (const delivery of await lease(platform)) {
    const hook: Hook = await platform.knex('procedures.webhooks').where({ id: delivery.webhook_id }).first();
    if (!hook.active || hook.removed_at) {
      await settle(platform, delivery, 'DROPPED', { code: null, answer: 'The webhook is switched off' });
      continue;
    }
    const answer = await callWebhook({
      url: hook.url,
      secret: openSecret(hook.secret, serverKey(platform)),
      deliveryId: delivery.id,
      body: await webhookBody(platform, delivery.notice_id),
      now: platform.clock.now(),
    });
    if (answer.ok) {
      await settle(platform, delivery, 'SENT', answer);
      await platform.knex('procedures.webhooks').where({ id: hook.id }).update({ failures: 0 });
    } else await failed(platform, hook, delivery, answer);
  }
}

const lease = ({ knex, clock }: Platform): Promise<Delivery[]> =>
  leaseDue<Delivery>(knex, 'procedures.webhook_deliveries', clock.now(), [
    'id',
    'webhook_id',
    'tenant_id',
    'notice_id',
    'attempts',
  ]);

async function settle(
  { knex, clock }: Platform,
  delivery: Delivery,
  state: string,
  { code, answer }: Pick<CallAnswer, 'code' | 'answer'>,
): Promise<void> {
  await knex('procedures.webhook_deliveries')
    .where({ id: delivery.id })
    .update({
      state,
      attempts: delivery.attempts + 1,
      response_code: code,
      last_answer: answer,
      settled_at: clock.now(),
    });
}

async function failed(platform: Platform, hook: Hook, delivery: Delivery, answer: CallAnswer): Promise<void> {
  const now = platform.clock.now();
  const attempts = delivery.attempts + 1;
  const next = retryAt(now, attempts);
  if (next === null) await settle(platform, delivery, 'FAILED', answer);
  else
    await platform
      .knex('procedures.webhook_deliveries')
      .where({ id: delivery.id })
      .update({ attempts, next_attempt_at: next, response_code: answer.code, last_answer: answer.answer });
  await inTransaction(platform.strapi, async (trx) => {
    const [{ failures }] = await trx('procedures.webhooks')
      .where({ id: hook.id })
      .increment('failures', 1)
      .returning('failures');
    if (failures < FAILURES_ALLOWED) return;
    await trx('procedures.webhooks').where({ id: hook.id }).update({ active: false, disabled_reason: answer.answer });
    await trx('procedures.webhook_deliveries')
      .where({ webhook_id: hook.id, state: 'QUEUED' })
      .update({ state: 'DROPPED', last_answer: 'The webhook was switched off', settled_at: now });
    await notify(trx, {
      tenantId: hook.tenant_id,
      kind: 'SYSTEM',
      to: { administrators: true },
      why: {
        vi: `Một webhook đã bị tắt sau ${failures} lần gọi không thành công`,
        en: `A webhook was switched off after ${failures} calls that failed`,
      },
      link: '/notifications?tab=administration',
      now,
    });
  });
}
