// Owns the routes by which an administrator decides how a tenant is told, and sees what became of its mails.
import type { MailRow, NotificationAdministration } from '../../../shared/notifications-contract';
import { writeAudit } from '../audit/write-audit';
import { failedMails, listMails } from '../mail/list-mails';
import { mailChannel } from '../mail/mail-settings';
import { checkTenantSettings } from '../notices/check-settings';
import { tenantSettings } from '../notices/tenant-settings';
import { decide } from '../policy/decide';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';
import { bodyOf, forActor, objectOf } from './respond';

export default {
  read: forActor((platform, actor) => {
    allow(actor);
    return administration(platform, actor);
  }),

  save: forActor(async (platform, actor, context) => {
    allow(actor);
    const body = bodyOf(context);
    const settings = checkTenantSettings(objectOf(body.settings));
    const now = platform.clock.now();
    await inTransaction(platform.strapi, async (trx) => {
      await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
        `procedures.notifications:${actor.tenantId}`,
      ]);
      const { version } = await tenantSettings(trx, actor.tenantId);
      if (Number(body.version) !== version) throw changed();
      const row = {
        settings: JSON.stringify(settings),
        version: version + 1,
        changed_at: now,
        changed_by: actor.personId,
      };
      await trx('procedures.notification_settings')
        .insert({ tenant_id: actor.tenantId, ...row })
        .onConflict('tenant_id')
        .merge(row);
      await writeAudit(trx, {
        tenantId: actor.tenantId,
        at: now,
        actor,
        action: 'notification.settings',
        subjectType: 'notificationSettings',
        subjectId: actor.tenantId,
        detail: {
          version: version + 1,
          escalation: settings.escalation.map((s) => `${s.stage}+${s.afterMinutes}:${s.to}`),
        },
      });
    });
    return administration(platform, actor);
  }),

  retryMail: forActor(async (platform, actor, context): Promise<{ items: MailRow[] }> => {
    allow(actor);
    const id = context.params.id;
    const now = platform.clock.now();
    const again = UUID.test(id)
      ? await platform
          .knex('procedures.mails')
          .where({ id, tenant_id: actor.tenantId, state: 'FAILED' })
          .update({ state: 'QUEUED', attempts: 0, next_attempt_at: now, settled_at: null })
      : 0;
    if (again === 0) requireAllowed(NOT_FOUND);
    return { items: await listMails(platform.knex, actor.tenantId) };
  }),
};

const allow = (actor: Actor) => requireAllowed(decide(actor, 'notification.administer', { tenantId: actor.tenantId }));

async function administration(platform: Platform, actor: Actor): Promise<NotificationAdministration> {
  const { knex } = platform;
  const tenant = await knex('procedures.tenants').where({ id: actor.tenantId }).first('time_zone');
  return {
    ...(await tenantSettings(knex, actor.tenantId)),
    mail: mailChannel(),
    timeZone: tenant.time_zone,
    mails: await listMails(knex, actor.tenantId),
    failedMails: await failedMails(knex, actor.tenantId),
  };
}

const changed = () =>
  new ProblemError({
    code: 'SETTINGS_CHANGED',
    status: 409,
    vi: 'Người khác vừa lưu cấu hình thông báo. Hãy tải lại trang rồi sửa trên bản mới.',
    en: 'Expected the settings as you read them, but somebody has saved others: reload and change those.',
  });
