// Owns the route by which a page learns who is signed in and what this person works with.
import type { Me, PageId } from '../../../shared/contracts';
import { boardUnits } from '../policy/board-scope';
import { forActor } from './respond';

export default {
  read: forActor(async (platform, actor): Promise<Me> => {
    const tenant = await platform.knex('procedures.tenants').where({ id: actor.tenantId }).first();
    const units = await platform
      .knex('procedures.units')
      .where({ tenant_id: actor.tenantId })
      .whereIn('code', [...actor.units])
      .select('code', 'name');
    const staff: PageId[] = [
      'tasks',
      ...(boardUnits(actor).length > 0 ? (['boards'] as const) : []),
      'cases',
      'intake',
      'duty',
      'people',
      'identities',
      'templates',
      'calendar',
      'integration',
      'packages',
    ];
    const pages: PageId[] = actor.isAdministrator
      ? ['packages', 'people', 'templates', 'calendar', 'operations', 'integration']
      : actor.isAuditor
        ? ['calendar']
        : staff;
    return {
      person: { id: actor.personId, fullName: actor.fullName },
      tenant: { id: tenant.id, name: tenant.name, demo: tenant.demo },
      groups: [...actor.groups],
      units,
      isHead: actor.headOf.length > 0,
      pages,
    };
  }),
};
