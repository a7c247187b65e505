// Owns the connections of a trial: what the tenant's allow, with an address that leads nowhere. A package that is tried without
// a tenant has those that it names, and they allow what it does.
import type { Knex } from 'knex';
import type { TrialWorld } from '../../../../shared/trials-contract';
import { callingSteps } from '../../packages/calling-steps';
import type { ReadPackage } from '../../packages/read-package';
import { namesIn } from '../../packages/service-task';

const NOWHERE = 'https://trial.invalid';

export async function settleTrialConnections(
  trx: Knex,
  tenantId: string,
  read: ReadPackage,
  { known, now }: { known: NonNullable<TrialWorld['connections']>; now: Date },
): Promise<void> {
  const steps = callingSteps(read).map((one) => one.task);
  const named = [...new Set(steps.map((one) => one.connection))].filter((id) => !known.some((one) => one.id === id));
  const made = named.map((id) => {
    const own = steps.filter((one) => one.connection === id);
    const sends = own.flatMap((one) => [...namesIn(one.path), ...one.body.map(({ variable }) => variable)]);
    return { id, name: id, methods: own.map((one) => one.method), sends: [...new Set(sends)], sensitive: true };
  });
  const rows = [...known, ...made].map((one) => ({
    ...one,
    tenant_id: tenantId,
    base_url: NOWHERE,
    timeout_seconds: 10,
    repeatable: true,
    created_at: now,
    changed_at: now,
  }));
  if (rows.length > 0) await trx('procedures.connections').insert(rows);
}
