// Owns the notices that an event demands: who must be told, under which rule. Each recipient and rule once a case. A unit
// of the tenant is told itself; for anybody outside, the unit that handles the case learns that it has to tell them.
import type { Knex } from 'knex';
import { resolveFeel } from '../feel/resolve-feel';
import type { EventDefinition, LocalText } from '../packages/types';
import type { BusinessEventRecord, CaseRecord } from '../storage/rows';
import { notify } from './notify';

interface Demanded {
  who: string;
  rule: string | null;
}

export async function writeNotices(
  trx: Knex.Transaction,
  event: EventDefinition,
  context: Record<string, unknown>,
  written: BusinessEventRecord,
  current: CaseRecord,
  { now, bodies = {} }: { now: Date; bodies?: Record<string, LocalText> },
): Promise<void> {
  const demanded = demandedNotices(
    typeof event.notices === 'string' ? resolveFeel(event.notices, context) : event.notices,
  );
  if (demanded.length === 0) return;
  const known: { recipient: string; rule: string | null }[] = await trx('procedures.notices')
    .select('recipient', 'rule')
    .where({ case_id: current.id, kind: 'REQUIRED' });
  const fresh = demanded.filter((one) => !known.some((row) => row.recipient === one.who && row.rule === one.rule));
  if (fresh.length === 0) return;
  const units: { code: string; name: string; external: boolean }[] = await trx('procedures.units')
    .where({ tenant_id: current.tenant_id })
    .whereIn(
      'code',
      fresh.map((one) => one.who),
    )
    .select('code', 'name', 'external');
  for (const { who, rule } of fresh) {
    const unit = units.find((one) => one.code === who);
    const name = unit ? { vi: unit.name, en: unit.name } : (bodies[who] ?? { vi: who, en: who });
    await notify(trx, {
      tenantId: current.tenant_id,
      kind: 'REQUIRED',
      to: unit && !unit.external ? { unit: who } : { unit: current.handling_unit },
      label: who,
      rule,
      why: {
        vi: `${event.title.vi}: phải thông báo cho ${name.vi}${rule ? ` (${rule})` : ''}`,
        en: `${event.title.en}: ${name.en} must be told${rule ? ` (${rule})` : ''}`,
      },
      caseId: current.id,
      eventId: written.id,
      now,
    });
  }
}

function demandedNotices(value: unknown): Demanded[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter(
      (one): one is { who: string; rule?: unknown } =>
        typeof one === 'object' && one !== null && typeof (one as { who?: unknown }).who === 'string',
    )
    .map((one) => ({ who: one.who, rule: typeof one.rule === 'string' ? one.rule : null }));
}
