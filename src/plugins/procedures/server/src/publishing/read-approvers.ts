// Owns what the form of the approvers shows: the rules, and the units that may be named in them.
import type { ApproverSettings } from '../../../shared/packages-contract';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { approverRules } from './approver-rules';

export async function readApprovers({ knex }: Platform, actor: Actor): Promise<ApproverSettings> {
  const { version, ...rules } = await approverRules(knex, actor.tenantId);
  const units: { code: string; name: string; has_head: boolean }[] = (
    await knex.raw(
      `select u.code, u.name, exists (
                select 1 from procedures.positions p
                 where p.tenant_id = u.tenant_id and p.unit_code = u.code and p.is_head and p.valid_to is null
              ) as has_head
         from procedures.units u
        where u.tenant_id = ? and not u.external
        order by u.name`,
      [actor.tenantId],
    )
  ).rows;
  return { rules, version, units: units.map(({ code, name, has_head }) => ({ code, name, hasHead: has_head })) };
}
