// Owns the arrival of an instance that a move has created: its record names it, and from here on the case is of the other
// version. It comes before the records of the instance's jobs, which then find their case.
import type { Knex } from 'knex';
import type { MoveRecord } from '../moving/move-rows';
import type { EngineRecord, Reaction } from '../records/types';
import type { Platform } from '../runtime/platform';
import { UUID } from '../storage/uuid';

interface CreationValue {
  processInstanceKey: number | string;
  variables?: Record<string, unknown>;
}

export function moveReaction(platform: Platform): Reaction {
  return {
    name: 'case-moved',
    valueTypes: ['PROCESS_INSTANCE_CREATION'],
    async react(record, trx) {
      const { processInstanceKey, variables } = record.value as unknown as CreationValue;
      const attempt = variables?.actionId;
      if (record.intent !== 'CREATED' || typeof attempt !== 'string' || !UUID.test(attempt)) return;
      const asked: { move_id: string; instance_key: string | null } | undefined = await trx('procedures.move_attempts')
        .where({ id: attempt })
        .forUpdate()
        .first('move_id', trx.raw('instance_key::text'));
      if (!asked) return;
      const key = String(processInstanceKey);
      const move = asked.instance_key ? undefined : await waitingFor(trx, attempt);
      await trx('procedures.move_attempts')
        .where({ id: attempt })
        .whereNull('instance_key')
        .update({ instance_key: key });
      if (move) await adopt(trx, record, move, key);
      else await leaveOver(trx, record, asked.move_id, key);
      trx.executionPromise.then(() => platform.settlements.announce(`move:${asked.move_id}`)).catch(() => undefined);
    },
  };
}

const waitingFor = (trx: Knex.Transaction, attempt: string): Promise<MoveRecord | undefined> =>
  trx('procedures.case_moves')
    .where({ attempt, step: 'CREATING' })
    .whereNull('outcome')
    .whereNull('new_instance_key')
    .forUpdate()
    .first();

async function adopt(trx: Knex.Transaction, record: EngineRecord, move: MoveRecord, key: string): Promise<void> {
  await trx('procedures.case_instances')
    .insert({ engine_id: record.engineId, process_instance_key: key, case_id: move.case_id, root: true })
    .onConflict(['engine_id', 'process_instance_key'])
    .ignore();
  await trx('procedures.case_moves').where({ id: move.id }).update({ new_instance_key: key });
  await trx('procedures.cases')
    .where({ id: move.case_id })
    .update({ package_version: move.back ? move.from_version : move.to_version });
}

/** Asked for twice, since the first answer was unclear: one serves the case, this one nobody. */
async function leaveOver(trx: Knex.Transaction, record: EngineRecord, moveId: string, key: string): Promise<void> {
  await trx('procedures.surplus_instances')
    .insert({ engine_id: record.engineId, process_instance_key: key, move_id: moveId })
    .onConflict(['engine_id', 'process_instance_key'])
    .ignore();
}
