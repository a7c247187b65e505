// Owns the routes of clock rules: the rules in force, and a new version of one. Versions are added, never edited.
import type { ClockRuleList, ClockRuleRow } from '../../../shared/contracts';
import { writeAudit } from '../audit/write-audit';
import { addRuleVersion } from '../case-clocks/add-rule-version';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { inTransaction } from '../storage/in-transaction';
import { bodyOf, forActor, objectOf } from './respond';

export default {
  list: forActor(async (platform, actor): Promise<ClockRuleList> => {
    const rows = await platform
      .knex('procedures.clock_rules')
      .where({ tenant_id: actor.tenantId })
      .orderBy('rule_id')
      .orderBy('version', 'desc');
    const items: ClockRuleRow[] = rows
      .filter((row) => row.active)
      .map((row) => ({
        packageId: row.package_id,
        id: row.rule_id,
        version: row.version,
        definition: { ...row.definition, version: row.version },
        createdAt: row.created_at.toISOString(),
        history: rows
          .filter(
            (one) => one.rule_id === row.rule_id && one.package_id === row.package_id && one.version < row.version,
          )
          .map((one) => ({
            version: one.version,
            createdAt: one.created_at.toISOString(),
            reason: one.definition.changeReason ?? null,
          })),
      }));
    return { items, permissions: { edit: decide(actor, 'clockRule.write', { tenantId: actor.tenantId }).allowed } };
  }),

  addVersion: forActor(async (platform, actor, context) => {
    requireAllowed(decide(actor, 'clockRule.write', { tenantId: actor.tenantId }));
    const body = bodyOf(context);
    return inTransaction(platform.strapi, async (trx) => {
      const version = await addRuleVersion(trx, {
        tenantId: actor.tenantId,
        packageId: String(body.packageId ?? ''),
        ruleId: context.params.id,
        version: body.version,
        change: objectOf(body.definition),
        reason: body.reason,
        now: platform.clock.now(),
      });
      await writeAudit(trx, {
        tenantId: actor.tenantId,
        at: platform.clock.now(),
        actor,
        action: 'clockRule.addVersion',
        subjectType: 'clockRule',
        subjectId: context.params.id,
        detail: { version, fields: Object.keys(objectOf(body.definition)) },
      });
      return { id: context.params.id, version };
    });
  }, 201),
};
