// Owns who is rung at which step: at the desk the people of the group who are on duty (without a roster everybody in the
// group), then along the tenant's chain. Of a restricted case only people of units that take part.
import type { Knex } from 'knex';
import type { AlarmStep } from '../../../shared/alarms-contract';
import { onDuty } from '../duty/on-duty';
import { type FoundRecipient, findRecipients } from '../notices/find-recipients';
import type { CaseRecord } from '../storage/rows';
import type { AlarmRecord } from './alarm-rows';

type Rung = Pick<AlarmRecord, 'tenant_id' | 'unit_code' | 'group_id'>;
type Reach = Pick<CaseRecord, 'restricted' | 'participating_units'>;

export const mayKnowOf = (reach: Reach): string[] | null => (reach.restricted ? reach.participating_units : null);

export async function atDesk(knex: Knex, alarm: Rung, reach: Reach, now: Date): Promise<FoundRecipient[]> {
  const group = await findRecipients(knex, alarm.tenant_id, { group: alarm.group_id }, mayKnowOf(reach), now);
  const roster = await onDuty(knex, alarm.tenant_id, alarm.unit_code, now);
  const present = group.filter((one) => roster?.people.includes(one.personId));
  return present.length > 0 ? present : group;
}

export async function atStep(
  knex: Knex,
  alarm: Rung,
  to: AlarmStep['to'],
  reach: Reach,
  now: Date,
): Promise<FoundRecipient[]> {
  const find = (address: Parameters<typeof findRecipients>[2]) =>
    findRecipients(knex, alarm.tenant_id, address, mayKnowOf(reach), now);
  if (to === 'UNIT_HEAD') return find({ unitHead: alarm.unit_code });
  if (to === 'HEAD_ABOVE') {
    const unit = await knex('procedures.units')
      .where({ tenant_id: alarm.tenant_id, code: alarm.unit_code })
      .first('parent_code');
    return unit?.parent_code ? find({ unitHead: unit.parent_code }) : [];
  }
  const roster = await onDuty(knex, alarm.tenant_id, alarm.unit_code, now);
  if (!roster?.deputy) return [];
  const found = await find({ personId: roster.deputy });
  return found.map((one) => ({
    ...one,
    because: { vi: 'Bạn nhận vì là chỉ huy ca trực', en: 'You are told as the deputy of the shift' },
  }));
}
