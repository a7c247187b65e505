// Owns the notices that an event demands: who must be told, under which rule. Each recipient and rule once a case.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { resolveFeel } from '../feel/resolve-feel';
import type { EventDefinition } from '../packages/types';
import type { BusinessEventRecord, CaseRecord } from '../storage/rows';

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
  now: Date,
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
  await trx('procedures.notices').insert(
    fresh.map((one) => ({
      id: randomUUID(),
      case_id: current.id,
      tenant_id: current.tenant_id,
      kind: 'REQUIRED',
      recipient: one.who,
      rule: one.rule,
      text: JSON.stringify({
        vi: `${event.title.vi}: phải thông báo cho ${one.who}${one.rule ? ` (${one.rule})` : ''}`,
        en: `${event.title.en}: ${one.who} must be told${one.rule ? ` (${one.rule})` : ''}`,
      }),
      event_id: written.id,
      created_at: now,
    })),
  );
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
