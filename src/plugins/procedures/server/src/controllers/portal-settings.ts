// Owns the routes by which an administrator says what the public pages say, and lets somebody choose a password again.
import { renewPortalCode } from '../portal/portal-account';
import { portalTenant, savePortalSettings } from '../portal/portal-settings';
import { bodyOf, forActor } from './respond';

export default {
  read: forActor(async (platform, actor) => (await portalTenant(platform.knex, actor.tenantId))?.settings),
  save: forActor((platform, actor, context) => savePortalSettings(platform, actor, bodyOf(context))),
  renewCode: forActor((platform, actor, context) =>
    renewPortalCode(platform, actor, context.params.id, bodyOf(context)),
  ),
};
