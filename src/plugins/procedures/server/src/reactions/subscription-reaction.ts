// Owns the open waits of a case: each subscription record opens or closes one, and a correlated message confirms the
// act that published it.
import type { Knex } from 'knex';
import { confirmAction } from '../outbox/confirm-action';
import type { EngineRecord, Reaction } from '../records/types';
import type { Platform } from '../runtime/platform';
import type { ActionRecord } from '../storage/rows';
import { caseOfInstance } from './case-of-instance';
import { plainName } from './plain-names';

interface SubscriptionValue {
  processInstanceKey: number | string;
  elementInstanceKey: number | string;
  elementId: string;
  messageName: string;
  correlationKey: string;
  interrupting?: boolean;
  variables?: Record<string, unknown>;
}

export function subscriptionReaction(platform: Platform): Reaction {
  return {
    name: 'case-subscription',
    valueTypes: ['PROCESS_MESSAGE_SUBSCRIPTION'],
    async react(record, trx) {
      const value = record.value as unknown as SubscriptionValue;
      if (record.intent === 'CREATED') await openWait(trx, record, value);
      else if (record.intent === 'DELETED') await closeWait(platform, trx, record, value);
      else if (record.intent === 'CORRELATED') await correlated(platform, trx, record, value);
    },
  };
}

async function openWait(trx: Knex.Transaction, record: EngineRecord, value: SubscriptionValue): Promise<void> {
  const message = await plainName(trx, record.engineId, 'message', value.messageName);
  if (!message) return;
  const current = await caseOfInstance(trx, record.engineId, String(value.processInstanceKey));
  if (!current) return;
  await trx('procedures.case_subscriptions')
    .insert({
      engine_id: record.engineId,
      element_instance_key: String(value.elementInstanceKey),
      message_name: value.messageName,
      plain_message: message,
      element_id: value.elementId,
      correlation_key: value.correlationKey,
      case_id: current.id,
      opened_position: record.position,
    })
    .onConflict(['engine_id', 'element_instance_key', 'message_name'])
    .merge(['correlation_key', 'opened_position', 'closed_at']);
}

async function closeWait(
  platform: Platform,
  trx: Knex.Transaction,
  record: EngineRecord,
  value: SubscriptionValue,
): Promise<void> {
  await trx('procedures.case_subscriptions')
    .where({
      engine_id: record.engineId,
      element_instance_key: String(value.elementInstanceKey),
      message_name: value.messageName,
    })
    .update({ closed_at: platform.clock.now() });
}

async function correlated(
  platform: Platform,
  trx: Knex.Transaction,
  record: EngineRecord,
  value: SubscriptionValue,
): Promise<void> {
  if (value.interrupting !== false) await closeWait(platform, trx, record, value);
  const actionId = value.variables?.actionId;
  if (typeof actionId !== 'string') return;
  const action: ActionRecord | undefined = await trx('procedures.actions')
    .where({ id: actionId, kind: 'PUBLISH_MESSAGE' })
    .whereIn('state', ['STAGED', 'SENT', 'BLOCKED'])
    .forUpdate()
    .first();
  if (action) await confirmAction(platform, trx, action, null);
}
