// Owns which units keep a desk, as far as a person is concerned, and which of them a page is about.
import type { Knex } from 'knex';
import type { DutyUnit } from '../../../shared/duty-contract';
import { alarmSettings } from '../alarms/alarm-settings';
import { decide } from '../policy/decide';
import { NOT_FOUND, requireAllowed, UNIT_REFUSED } from '../policy/decision';
import type { Actor } from '../tenants/actor';

export interface ChosenUnit {
  unit: DutyUnit;
  units: DutyUnit[];
  /** Candidate groups that keep the desk of the unit. */
  deskGroups: string[];
}

const unitOf = (group: string) => group.slice(0, group.indexOf('/'));

/** `asked`: code of a unit; absent: the person's own that keeps a desk, else any that may be read. */
export async function chooseUnit(knex: Knex, actor: Actor, asked: string | undefined): Promise<ChosenUnit> {
  const { settings } = await alarmSettings(knex, actor.tenantId);
  const withDesk = new Set(settings.desks.map(({ group }) => unitOf(group)));
  const rows: { code: string; name: string }[] = await knex('procedures.units')
    .where({ tenant_id: actor.tenantId, external: false })
    .orderBy([{ column: 'sort_order' }, { column: 'name' }])
    .select('code', 'name');
  const readable = rows.filter(
    ({ code }) => decide(actor, 'duty.read', { tenantId: actor.tenantId, unit: code }).allowed,
  );
  if (asked !== undefined && !readable.some(({ code }) => code === asked))
    requireAllowed(rows.some(({ code }) => code === asked) ? UNIT_REFUSED : NOT_FOUND);
  const offered = readable.filter(({ code }) => withDesk.has(code) || actor.units.includes(code) || code === asked);
  const chosen =
    readable.find(({ code }) => code === asked) ??
    offered.find(({ code }) => withDesk.has(code) && actor.units.includes(code)) ??
    offered.find(({ code }) => actor.units.includes(code)) ??
    offered[0];
  if (!chosen) requireAllowed(UNIT_REFUSED);
  const view = ({ code, name }: { code: string; name: string }): DutyUnit => ({
    code,
    name,
    mayPlan: decide(actor, 'duty.plan', { tenantId: actor.tenantId, unit: code, planners: settings.planners }).allowed,
  });
  return {
    unit: view(chosen),
    units: offered.map(view),
    deskGroups: settings.desks.map(({ group }) => group).filter((group) => unitOf(group) === chosen.code),
  };
}
