// Owns what a new version of a package does to the tenant's rules of terms. A rule that the version changes, also back to
// what it once was, is in force as the version has it, under the next number; one that it leaves alone stays as the tenant
// has it; one that it no longer has is out of force, and only cases of earlier versions go on by it.
import type { Knex } from 'knex';
import { canonicalJson } from '../audit/canonical-json';
import type { ClockRuleDefinition } from '../packages/types';

export interface RulesOfVersions {
  tenantId: string;
  packageId: string;
  before: readonly ClockRuleDefinition[];
  after: readonly ClockRuleDefinition[];
  now: Date;
}

export async function putClockRules(trx: Knex.Transaction, input: RulesOfVersions): Promise<void> {
  const of = { tenant_id: input.tenantId, package_id: input.packageId };
  const newest: { rule_id: string; version: number; active: boolean }[] = await trx('procedures.clock_rules')
    .distinctOn('rule_id')
    .where(of)
    .orderBy([{ column: 'rule_id' }, { column: 'version', order: 'desc' }])
    .select('rule_id', 'version', 'active');
  const numbers = new Map(newest.map((one) => [one.rule_id, one.version]));
  const dropped = newest.filter((one) => one.active && !input.after.some((rule) => rule.id === one.rule_id));
  const changed = input.after.filter((rule) => {
    const known = numbers.get(rule.id);
    const before = input.before.find((one) => one.id === rule.id);
    return known === undefined || known < rule.version || !before || said(before) !== said(rule);
  });
  await trx('procedures.clock_rules')
    .where(of)
    .whereIn('rule_id', [...dropped.map((one) => one.rule_id), ...changed.map((rule) => rule.id)])
    .update({ active: false });
  if (changed.length === 0) return;
  await trx('procedures.clock_rules').insert(
    changed.map((rule) => {
      const version = Math.max(rule.version, (numbers.get(rule.id) ?? 0) + 1);
      return {
        ...of,
        rule_id: rule.id,
        version,
        definition: JSON.stringify({ ...rule, version }),
        confirmation_state: rule.confirmation.state,
        confirmed_by: rule.confirmation.by ?? null,
        confirmed_at: rule.confirmation.at ?? null,
        confirmation_document: rule.confirmation.document ?? null,
        created_at: input.now,
      };
    }),
  );
}

/** What the rule says, whatever its number and whoever confirmed it. */
const said = ({ version: _number, confirmation: _who, ...rule }: ClockRuleDefinition): string => canonicalJson(rule);
