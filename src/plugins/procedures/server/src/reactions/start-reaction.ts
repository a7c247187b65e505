// Owns the birth of a case in the engine: the record of a correlated start message names the instance and confirms the
// act that started the case.
import { confirmAction } from '../outbox/confirm-action';
import type { Reaction } from '../records/types';
import type { Platform } from '../runtime/platform';
import type { ActionRecord } from '../storage/rows';

interface StartValue {
  processInstanceKey: number | string;
  variables?: Record<string, unknown>;
}

export function startReaction(platform: Platform): Reaction {
  return {
    name: 'case-start',
    valueTypes: ['MESSAGE_START_EVENT_SUBSCRIPTION'],
    async react(record, trx) {
      if (record.intent !== 'CORRELATED') return;
      const value = record.value as unknown as StartValue;
      const actionId = value.variables?.actionId;
      if (typeof actionId !== 'string') return;
      const action: ActionRecord | undefined = await trx('procedures.actions')
        .where({ id: actionId })
        .whereIn('kind', ['START_CASE', 'RESTART_CASE'])
        .whereIn('state', ['STAGED', 'SENT', 'BLOCKED'])
        .forUpdate()
        .first();
      if (!action) return;
      await trx('procedures.case_instances')
        .insert({
          engine_id: record.engineId,
          process_instance_key: String(value.processInstanceKey),
          case_id: action.case_id,
          root: true,
        })
        .onConflict(['engine_id', 'process_instance_key'])
        .ignore();
      await confirmAction(platform, trx, action, null);
    },
  };
}
