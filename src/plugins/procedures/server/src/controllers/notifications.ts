// Owns the routes of a person's own notices and of how that person wants to be told.
import type { MyNotificationSettings, NoticeList } from '../../../shared/notifications-contract';
import { writeAudit } from '../audit/write-audit';
import { mailChannel } from '../mail/mail-settings';
import { checkPreferences } from '../notices/check-settings';
import { listNotices, unreadCount } from '../notices/list-notices';
import { readPreferences } from '../notices/preferences';
import { tenantSettings } from '../notices/tenant-settings';
import { decide } from '../policy/decide';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';
import { instantOf } from '../time/instant-of';
import { bodyOf, forActor } from './respond';

export default {
  list: forActor((platform, actor, context): Promise<NoticeList> => {
    requireAllowed(decide(actor, 'notice.read', { tenantId: actor.tenantId }));
    return listNotices(platform, actor, context.query);
  }),

  unread: forActor(async (platform, actor) => {
    requireAllowed(decide(actor, 'notice.read', { tenantId: actor.tenantId }));
    return { unread: await unreadCount(platform.knex, actor) };
  }),

  markRead: forActor(async (platform, actor, context) => {
    requireAllowed(decide(actor, 'notice.read', { tenantId: actor.tenantId }));
    const id = context.params.id;
    const own = { person_id: actor.personId, tenant_id: actor.tenantId, notice_id: id };
    const known = UUID.test(id)
      ? await platform.knex('procedures.notice_recipients').where(own).first('notice_id')
      : null;
    if (!known) requireAllowed(NOT_FOUND);
    await platform
      .knex('procedures.notice_recipients')
      .where(own)
      .whereNull('read_at')
      .update({ read_at: platform.clock.now() });
    return { unread: await unreadCount(platform.knex, actor) };
  }),

  /** `until`: what came after the page was read stays unread. */
  markAllRead: forActor(async (platform, actor, context) => {
    requireAllowed(decide(actor, 'notice.read', { tenantId: actor.tenantId }));
    const until = instantOf(bodyOf(context).until);
    await platform
      .knex('procedures.notice_recipients')
      .where({ person_id: actor.personId, tenant_id: actor.tenantId })
      .whereNull('read_at')
      .where('created_at', '<=', until ?? platform.clock.now())
      .update({ read_at: platform.clock.now() });
    return { unread: await unreadCount(platform.knex, actor) };
  }),

  settings: forActor((platform, actor) => {
    requireAllowed(decide(actor, 'notice.settings', { tenantId: actor.tenantId }));
    return mySettings(platform, actor);
  }),

  saveSettings: forActor(async (platform, actor, context) => {
    requireAllowed(decide(actor, 'notice.settings', { tenantId: actor.tenantId }));
    const preferences = checkPreferences(bodyOf(context));
    const row = { preferences: JSON.stringify(preferences), changed_at: platform.clock.now() };
    await inTransaction(platform.strapi, async (trx) => {
      await trx('procedures.notification_preferences')
        .insert({ person_id: actor.personId, tenant_id: actor.tenantId, ...row })
        .onConflict('person_id')
        .merge(row);
      await writeAudit(trx, {
        tenantId: actor.tenantId,
        at: platform.clock.now(),
        actor,
        action: 'notice.settings',
        subjectType: 'person',
        subjectId: actor.personId,
        detail: { mail: Object.entries(preferences.mail).map(([kind, choice]) => `${kind}=${choice}`) },
      });
    });
    return mySettings(platform, actor);
  }),
};

async function mySettings(platform: Platform, actor: Actor): Promise<MyNotificationSettings> {
  const tenant = await platform.knex('procedures.tenants').where({ id: actor.tenantId }).first('time_zone');
  const account = await platform.knex('admin_users').where({ id: actor.adminUserId }).first('email');
  return {
    preferences: await readPreferences(platform.knex, actor.personId),
    tenant: (await tenantSettings(platform.knex, actor.tenantId)).settings,
    mail: { ...mailChannel(), address: account?.email ?? null },
    timeZone: tenant.time_zone,
  };
}
