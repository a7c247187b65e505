// Owns the routes by which an administrator decides how a tenant is told, and sees what became of its mails.
import type { MailRow, NotificationAdministration } from '../../../shared/notifications-contract';
import { failedMails, listMails } from '../mail/list-mails';
import { mailChannel } from '../mail/mail-settings';
import { checkTenantSettings } from '../notices/check-settings';
import { tenantSettings } from '../notices/tenant-settings';
import { decide } from '../policy/decide';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';
import { saveTenantSettings } from '../tenants/save-tenant-settings';
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
    await saveTenantSettings(platform, actor, {
      table: 'procedures.notification_settings',
      settings,
      version: body.version,
      versionNow: tenantSettings,
      audit: {
        action: 'notification.settings',
        subjectType: 'notificationSettings',
        detail: { escalation: settings.escalation.map((s) => `${s.stage}+${s.afterMinutes}:${s.to}`) },
      },
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
