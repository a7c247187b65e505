// Owns the routes by which people let other programs in.
import type { ApiTokenList, NewApiToken } from '../../../shared/integration-contract';
import { groupsOfUnit } from '../integration/check-new-token';
import { SCOPES } from '../integration/scopes';
import { approveToken, createToken, listTokens, revokeToken } from '../integration/tokens';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { bodyOf, forActor } from './respond';

export default {
  list: forActor(
    async (platform, actor): Promise<ApiTokenList> => ({
      items: await listTokens(platform, actor),
      scopeTitles: SCOPES,
      choices: actor.isAdministrator ? await choices(platform, actor) : null,
      documentUrl: '/api/procedures/v1/openapi.json',
    }),
  ),

  create: forActor(
    (platform, actor, context) => createToken(platform, actor, bodyOf(context) as unknown as NewApiToken),
    201,
  ),

  approve: forActor((platform, actor, context) => approveToken(platform, actor, context.params.id)),

  revoke: forActor((platform, actor, context) =>
    revokeToken(platform, actor, context.params.id, String(bodyOf(context).reason ?? '')),
  ),
};

async function choices(platform: Platform, actor: Actor): Promise<ApiTokenList['choices']> {
  const units: { code: string; name: string }[] = await platform
    .knex('procedures.units')
    .where({ tenant_id: actor.tenantId, external: false })
    .orderBy('name');
  return {
    units: await Promise.all(
      units.map(async ({ code, name }) => ({ code, name, groups: await groupsOfUnit(platform, actor.tenantId, code) })),
    ),
  };
}
