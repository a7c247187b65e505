// Owns the fourth step: the case is created anew at the elements of the plan. The instance carries an id of ours, by which
// its record is recognised (reactions/move-reaction.ts); an unclear answer is settled by looking, behind a fence.
import type { Variables } from '../engine/engine';
import { inTransaction } from '../storage/in-transaction';
import { goBack } from './go-back';
import type { MoveContext } from './move-context';
import { advance, type MoveRecord } from './move-rows';
import type { StepResult } from './step-result';

const RECORD_WITHIN_MS = 10_000;

export async function createInstance(context: MoveContext): Promise<StepResult> {
  const { platform, move } = context;
  // Whoever was here before may have died between the engine's answer and its record.
  await platform.records.fence(platform.engine);
  if (await known(context)) return go(context);
  const target = await targetOf(context);
  if (!target) return { stuck: NOT_DEPLOYED };
  const variables = await rootVariables(context);
  // The engine has held these names before: nothing new crosses.
  platform.allowVariables(Object.keys(variables));
  const plan = move.plan ?? { steps: [], tasks: [], locals: [] };
  const startElementIds = plan.steps.filter((step) => !step.called).map((step) => (move.back ? step.from : step.to));
  const announced = platform.settlements.wait(`move:${move.id}`, RECORD_WITHIN_MS);
  const answer = await platform.engine.createProcessInstance({
    ...target,
    startElementIds,
    variables: { ...variables, actionId: move.attempt },
  });
  if (answer.status === 'rejected') {
    const why = {
      vi: `Bộ máy không tạo lại được: ${answer.message}`,
      en: `The engine refused to create it: ${answer.message}`,
    };
    return move.back ? { stuck: why } : goBack(context, why);
  }
  if (answer.status === 'accepted') await announced;
  if (await known(context)) return go(context);
  return answer.status === 'accepted' && answer.key ? unknownThough(context, answer.key) : { againInMs: 250 };
}

async function known({ platform, move }: MoveContext): Promise<boolean> {
  const row: Pick<MoveRecord, 'new_instance_key'> | undefined = await platform
    .knex('procedures.case_moves')
    .where({ id: move.id })
    .first('new_instance_key');
  return row?.new_instance_key != null;
}

async function go({ platform, move }: MoveContext): Promise<StepResult> {
  await inTransaction(platform.strapi, (trx) => advance(trx, move, { step: 'RESTORING' }));
  return 'ON';
}

/** The deployed process and the number that the engine gave this version of it. */
async function targetOf({ platform, move, batch, to }: MoveContext) {
  if (move.back) {
    const row = await platform
      .knex('procedures.process_instances')
      .where({ engine_id: platform.engineId, process_instance_key: move.origin_instance_key })
      .first('bpmn_process_id', 'process_version');
    return row ? { processId: String(row.bpmn_process_id), version: Number(row.process_version) } : null;
  }
  const row = await platform
    .knex('procedures.deployed_ids')
    .where({ engine_id: platform.engineId, tenant_id: move.tenant_id, package_id: batch.package_id, kind: 'process' })
    .where({ version: move.to_version, plain_id: to.read.manifest.process })
    .first('deployed_id', 'engine_version');
  return row?.engine_version == null
    ? null
    : { processId: String(row.deployed_id), version: Number(row.engine_version) };
}

/**
 * The engine has created it and every record is in, but none named it: the quick exporter does not bring creations. It
 * would be created again and again, so it is taken away and a person is asked.
 */
async function unknownThough(context: MoveContext, instanceKey: string): Promise<StepResult> {
  await context.platform.records.fenceAll(context.platform.engine);
  if (await known(context)) return go(context);
  await context.platform.engine.cancelProcessInstance(instanceKey);
  return { stuck: NO_RECORD };
}

/** As they were when the case was stopped: its instance has ended, so all its records are in. */
async function rootVariables({ platform, move }: MoveContext): Promise<Variables> {
  const rows: { name: string; value: string }[] = await platform
    .knex('procedures.variables')
    .where({ engine_id: platform.engineId, process_instance_key: move.origin_instance_key })
    .where({ scope_key: move.origin_instance_key })
    .orderBy('updated_position')
    .select('name', 'value');
  return Object.fromEntries(rows.map((row) => [row.name, JSON.parse(row.value) as unknown]));
}

const NO_RECORD = {
  vi: 'Bộ máy đã tạo lại nhưng bộ xuất nhanh không gửi bản ghi PROCESS_INSTANCE_CREATION. Hãy đưa cấu hình bộ xuất mới (.data/exporter-settings.env) cho bộ máy rồi bấm Thử lại.',
  en: 'The engine created it, but the quick exporter did not bring PROCESS_INSTANCE_CREATION. Give the engine the newer exporter settings (.data/exporter-settings.env), then try again.',
};
const NOT_DEPLOYED = {
  vi: 'Phiên bản mới chưa được triển khai lên bộ máy này. Hãy khởi động lại hệ thống rồi thử lại.',
  en: 'The new version is not deployed to this engine. Restart the system, then try again.',
};
