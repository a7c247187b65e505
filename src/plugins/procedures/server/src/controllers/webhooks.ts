// Owns the routes by which an administrator lets another system hear of notices: add, change, remove, try, look at calls.
import { randomUUID } from 'node:crypto';
import type { NewWebhook, NoticeKind, WebhookDeliveryRow, WebhookRow } from '../../../shared/notifications-contract';
import { writeAudit } from '../audit/write-audit';
import { decide } from '../policy/decide';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';
import { callWebhook } from '../webhooks/call-webhook';
import { checkWebhook } from '../webhooks/check-webhook';
import { newSecret, openSecret, sealSecret } from '../webhooks/secret';
import { serverKey } from '../webhooks/server-key';
import { testBody } from '../webhooks/webhook-body';
import { bodyOf, forActor } from './respond';

const LOG_ROWS = 50;

interface HookRow {
  id: string;
  name: string;
  url: string;
  secret: string;
  kinds: NoticeKind[];
  active: boolean;
  failures: number;
  disabled_reason: string | null;
  created_at: Date;
}

export default {
  list: forActor(async (platform, actor): Promise<{ items: WebhookRow[] }> => {
    allow(actor);
    const rows: HookRow[] = await ofTenant(platform, actor).orderBy('created_at');
    return { items: rows.map(view) };
  }),

  add: forActor(async (platform, actor, context): Promise<NewWebhook> => {
    allow(actor);
    const { name, url, kinds } = await checkWebhook(bodyOf(context));
    const secret = newSecret();
    const id = randomUUID();
    const row = await inTransaction(platform.strapi, async (trx) => {
      const [written] = await trx('procedures.webhooks')
        .insert({
          id,
          tenant_id: actor.tenantId,
          name,
          url,
          kinds,
          secret: sealSecret(secret, serverKey(platform)),
          created_at: platform.clock.now(),
          created_by: actor.personId,
        })
        .returning('*');
      await writeAudit(trx, entry(platform, actor, 'webhook.add', id, { host: new URL(url).hostname, kinds }));
      return written;
    });
    return { ...view(row), secret };
  }, 201),

  change: forActor(async (platform, actor, context): Promise<WebhookRow> => {
    allow(actor);
    const known = await find(platform, actor, context.params.id);
    const { name, url, kinds, active } = await checkWebhook(bodyOf(context));
    const row = await inTransaction(platform.strapi, async (trx) => {
      const [written] = await trx('procedures.webhooks')
        .where({ id: known.id })
        .update({ name, url, kinds, active, ...(active ? { failures: 0, disabled_reason: null } : {}) })
        .returning('*');
      await writeAudit(
        trx,
        entry(platform, actor, 'webhook.change', known.id, { host: new URL(url).hostname, kinds, active }),
      );
      return written;
    });
    return view(row);
  }),

  remove: forActor(async (platform, actor, context) => {
    allow(actor);
    const known = await find(platform, actor, context.params.id);
    await inTransaction(platform.strapi, async (trx) => {
      // The log of its calls stays; the secret does not.
      await trx('procedures.webhooks')
        .where({ id: known.id })
        .update({ removed_at: platform.clock.now(), active: false, secret: '' });
      await writeAudit(trx, entry(platform, actor, 'webhook.remove', known.id, {}));
    });
    return { removed: true };
  }),

  test: forActor(async (platform, actor, context): Promise<WebhookDeliveryRow> => {
    allow(actor);
    const known = await find(platform, actor, context.params.id);
    const now = platform.clock.now();
    const id = randomUUID();
    const answer = await callWebhook({
      url: known.url,
      secret: openSecret(known.secret, serverKey(platform)),
      deliveryId: id,
      body: testBody(id, actor.tenantId, now),
      now,
    });
    const row = await inTransaction(platform.strapi, async (trx) => {
      const [written] = await trx('procedures.webhook_deliveries')
        .insert({
          id,
          webhook_id: known.id,
          tenant_id: actor.tenantId,
          state: answer.ok ? 'SENT' : 'FAILED',
          attempts: 1,
          response_code: answer.code,
          last_answer: answer.answer,
          next_attempt_at: now,
          queued_at: now,
          settled_at: now,
        })
        .returning('*');
      await writeAudit(trx, entry(platform, actor, 'webhook.test', known.id, { ok: answer.ok }));
      return written;
    });
    return deliveryView({ ...row, topic: null });
  }),

  deliveries: forActor(async (platform, actor, context): Promise<{ items: WebhookDeliveryRow[] }> => {
    allow(actor);
    const known = await find(platform, actor, context.params.id);
    const rows: DeliveryRow[] = await platform
      .knex('procedures.webhook_deliveries as call')
      .leftJoin('procedures.notices as notice', 'notice.id', 'call.notice_id')
      .where({ 'call.webhook_id': known.id })
      .orderBy('call.queued_at', 'desc')
      .limit(LOG_ROWS)
      .select('call.*', 'notice.topic');
    return { items: rows.map(deliveryView) };
  }),
};

const allow = (actor: Actor) => requireAllowed(decide(actor, 'webhook.administer', { tenantId: actor.tenantId }));

const ofTenant = ({ knex }: Platform, actor: Actor) =>
  knex('procedures.webhooks').where({ tenant_id: actor.tenantId }).whereNull('removed_at');

async function find(platform: Platform, actor: Actor, id: string): Promise<HookRow> {
  const row: HookRow | undefined = UUID.test(id) ? await ofTenant(platform, actor).where({ id }).first() : undefined;
  return row ?? (requireAllowed(NOT_FOUND) as never);
}

const view = (row: HookRow): WebhookRow => ({
  id: row.id,
  name: row.name,
  url: row.url,
  kinds: row.kinds,
  active: row.active,
  failures: row.failures,
  disabledReason: row.disabled_reason,
  createdAt: row.created_at.toISOString(),
});

interface DeliveryRow {
  id: string;
  topic: NoticeKind | null;
  state: WebhookDeliveryRow['state'];
  attempts: number;
  response_code: number | null;
  last_answer: string | null;
  queued_at: Date;
  settled_at: Date | null;
}

const deliveryView = (row: DeliveryRow): WebhookDeliveryRow => ({
  id: row.id,
  kind: row.topic ?? 'TEST',
  state: row.state,
  attempts: row.attempts,
  responseCode: row.response_code,
  lastAnswer: row.last_answer,
  queuedAt: row.queued_at.toISOString(),
  settledAt: row.settled_at?.toISOString() ?? null,
});

const entry = (
  platform: Platform,
  actor: Actor,
  action: string,
  subjectId: string,
  detail: Record<string, string | boolean | string[]>,
) => ({
  tenantId: actor.tenantId,
  at: platform.clock.now(),
  actor,
  action,
  subjectType: 'webhook',
  subjectId,
  detail,
});
