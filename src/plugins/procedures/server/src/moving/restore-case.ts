// Owns the fifth step: every element of the plan is there by its record, every task has its new job, and what positions
// held for themselves is put back. What does not come is not waited for without end: the case goes back.
import type { Knex } from 'knex';
import { goBack } from './go-back';
import type { MoveContext } from './move-context';
import { type ReadLiveCase, readLiveCases } from './read-live-cases';
import { releaseCase } from './release-case';
import type { StepResult } from './step-result';

/** What is on its way is waited for; what stands still with an incident will not come. */
const MOST_LOOKS = { coming: 30, incident: 4 };

export async function restoreCase(context: MoveContext): Promise<StepResult> {
  const { platform, move } = context;
  await platform.records.fenceAll(platform.engine);
  const missing = await missingOf(context);
  if (missing === null) return releaseCase(context);
  const most = missing.startsWith(INCIDENT) ? MOST_LOOKS.incident : MOST_LOOKS.coming;
  if (move.attempts < most) return { againInMs: 300 };
  const why = {
    vi: `Sau khi tạo lại, hồ sơ không đứng đúng chỗ: ${missing}.`,
    en: `Created anew, the case does not stand where it should: ${missing}.`,
  };
  return move.back ? { stuck: why } : goBack(context, why);
}

const INCIDENT = 'incident';

/** What is not yet as planned, or null. */
async function missingOf(context: MoveContext): Promise<string | null> {
  const { platform, move, from, to } = context;
  const version = move.back ? from : to;
  const roots = [{ caseId: move.case_id, instanceKey: move.new_instance_key ?? '' }];
  const live = (await readLiveCases(platform.knex, { engineId: platform.engineId, roots, version })).get(move.case_id);
  if (!live) return 'instance';
  await restoreLocals(context, live);
  const stuckBefore = new Set(await incidentsBefore(context));
  const fresh = live.incidents.filter((incident) => !stuckBefore.has(incident.elementId));
  // An assignment that reads what has just been put back: it is evaluated again.
  for (const incident of fresh) await platform.engine.resolveIncident(incident.key);
  if (fresh.length > 0) return `${INCIDENT}: ${fresh.map((incident) => incident.elementId).join(', ')}`;
  const wanted = (move.plan?.steps ?? []).map((step) => (move.back ? step.from : step.to)).sort();
  const there = standingOf(live);
  if (wanted.join(' ') !== there.join(' ')) return `${wanted.join(', ')} ≠ ${there.join(', ')}`;
  if (live.openingWaits > 0) return 'message subscriptions';
  const surplus = await platform
    .knex('procedures.surplus_instances')
    .where({ move_id: move.id })
    .whereNull('ended_at')
    .first('move_id');
  // It would take messages that are meant for the case.
  if (surplus) return 'a surplus instance';
  const unbound = await platform
    .knex('procedures.case_move_tasks')
    .where({ move_id: move.id })
    .where((query) => query.whereNull('bound_instance').orWhereNotIn('bound_instance', live.instanceKeys))
    .first('to_element');
  return unbound ? `task: ${unbound.to_element}` : null;
}

/** Waits and arrived branches, sorted; a call activity stands besides what it has called. */
function standingOf(live: ReadLiveCase): string[] {
  const holds = new Set([
    ...live.positions.map((position) => position.scopeKey),
    ...live.arrivals.map((arrival) => arrival.scopeKey),
  ]);
  const leaves = live.positions.filter((position) => !holds.has(position.key)).map((position) => position.elementId);
  return [...leaves, ...live.arrivals.flatMap((arrival) => Array<string>(arrival.count).fill(arrival.pad))].sort();
}

async function restoreLocals({ platform, move }: MoveContext, live: ReadLiveCase): Promise<void> {
  const placed = new Set<string>();
  for (const local of move.plan?.locals ?? []) {
    const old = await localsOf(platform.knex, platform.engineId, local.key);
    const element = move.back ? await elementOf(platform.knex, platform.engineId, local.key) : local.to;
    const target = live.positions.find((one) => one.elementId === element && !placed.has(one.key));
    if (!target || Object.keys(old).length === 0) continue;
    placed.add(target.key);
    platform.allowVariables(Object.keys(old));
    const answer = await platform.engine.setVariables(target.key, old, true);
    if (answer.status !== 'accepted')
      throw new Error(`Expected the variables of ${element} to be put back, but ${answer.message}`);
  }
}

async function localsOf(knex: Knex, engineId: string, scopeKey: string): Promise<Record<string, unknown>> {
  const rows: { name: string; value: string }[] = await knex('procedures.variables')
    .where({ engine_id: engineId, scope_key: scopeKey })
    .orderBy('updated_position')
    .select('name', 'value');
  return Object.fromEntries(rows.map((row) => [row.name, JSON.parse(row.value) as unknown]));
}

async function elementOf(knex: Knex, engineId: string, key: string): Promise<string> {
  const row = await knex('procedures.element_instances')
    .where({ engine_id: engineId, element_instance_key: key })
    .first('element_id');
  return String(row?.element_id ?? '');
}

/** A choice or a table that was stuck before may be stuck again: that is no fault of the move. */
async function incidentsBefore({ platform, move }: MoveContext): Promise<string[]> {
  const rows: { element_id: string }[] = await platform
    .knex('procedures.incidents')
    .where({ engine_id: platform.engineId, process_instance_key: move.origin_instance_key })
    .distinct('element_id');
  const steps = move.plan?.steps ?? [];
  return rows.flatMap((row) => {
    const step = steps.find((one) => one.from === row.element_id);
    return step ? [step.from, step.to] : [row.element_id];
  });
}
