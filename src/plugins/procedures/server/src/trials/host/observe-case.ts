// Owns what is seen of a trial case: where it stands, what runs, what was told, and every element it went through.
import type { TrialDecision, TrialObservation, TrialPassage } from '../../../../shared/trials-contract';
import { clocksOf } from '../../case-clocks/open-clocks';
import { offeredDocuments } from '../../documents/offered-documents';
import { serviceProblem } from '../../operations/plain-incident';
import type { PublishedPackage } from '../../publishing/package-library';
import type { Platform } from '../../runtime/platform';
import type { CaseRecord, TaskRecord } from '../../storage/rows';
import type { TrialCase } from './trial-case';
import { inOrder } from './trial-people';

export async function observeCase(one: TrialCase): Promise<TrialObservation> {
  return one.atItsTime(async () => {
    const { platform } = one.time;
    const current = await one.row();
    const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
    const [tasks, clocks, path] = await Promise.all([
      openTasks(platform, current.id),
      clocksOf(platform.knex, current.id),
      passages(platform, current.id),
    ]);
    const rules = published.read.manifest.clockRules;
    return {
      at: platform.clock.now().toISOString(),
      life: current.life,
      state: current.state,
      stateTitle: published.read.manifest.states?.[current.state] ?? null,
      outcome: current.outcome,
      ground: current.outcome_ground,
      bookNo: current.book_no,
      tasks: tasks.map((task) => ({
        id: task.id,
        element: task.element_id,
        title: task.title,
        candidates: task.candidate_groups,
        due: task.due_at?.toISOString() ?? null,
        openedAt: task.opened_at.toISOString(),
      })),
      clocks: clocks.map((clock) => ({
        ruleId: clock.rule_id,
        rule: clock.rule,
        variant: clock.variant,
        title: rules.find((rule) => rule.id === clock.rule_id)?.title ?? null,
        state: clock.state,
        stage: clock.stage,
        startAt: clock.start_at.toISOString(),
        due: clock.due_at.toISOString(),
      })),
      notices: await notices(platform, current.id),
      documents: await documents(one, current, published),
      facts: current.facts,
      path,
      active: [...new Set(path.filter((step) => !step.ended).map((step) => step.element))],
      variables: await variables(platform, current.id),
      decisions: await decisions(platform, current.id),
      incidents: await incidents(platform, current.id),
      calls: one.time.outside.callsOf(current.id),
    };
  });
}

const openTasks = (platform: Platform, caseId: string): Promise<TaskRecord[]> =>
  platform.knex('procedures.tasks').where({ case_id: caseId, state: 'OPEN' }).orderBy('element_id');

/** Rows of a projection table that belong to the case. */
const ofCase = (platform: Platform, table: string, caseId: string) =>
  platform
    .knex(`procedures.${table} as of_case`)
    .join('procedures.case_instances as instance', (on) =>
      on
        .on('instance.engine_id', 'of_case.engine_id')
        .andOn('instance.process_instance_key', 'of_case.process_instance_key'),
    )
    .where('instance.case_id', caseId);

/** Keys of element instances rise within a partition, and a trial broker has one: their order is the order of the way. */
async function passages(platform: Platform, caseId: string): Promise<TrialPassage[]> {
  const rows: { element_id: string; element_type: string; state: string; ended_at: Date | null }[] = await ofCase(
    platform,
    'element_instances',
    caseId,
  )
    .whereNot('of_case.element_type', 'PROCESS')
    .orderBy('of_case.element_instance_key')
    .select('of_case.element_id', 'of_case.element_type', 'of_case.state', 'of_case.ended_at');
  return rows.map((row) => {
    const isFlow = row.element_type === 'SEQUENCE_FLOW';
    return {
      element: row.element_id,
      type: row.element_type,
      isFlow,
      ended: isFlow || row.ended_at !== null || row.state === 'COMPLETED' || row.state === 'TERMINATED',
    };
  });
}

async function notices(platform: Platform, caseId: string): Promise<TrialObservation['notices']> {
  const rows: TrialObservation['notices'] = await platform
    .knex('procedures.notices')
    .where({ case_id: caseId })
    .whereIn('kind', ['REQUIRED', 'CLOCK', 'REMINDER', 'STEP'])
    .whereNot('recipient', 'PERSON')
    .orderBy('created_at')
    .select('recipient', 'rule', 'text');
  return rows;
}

async function documents(one: TrialCase, current: CaseRecord, published: PublishedPackage): Promise<string[]> {
  const [actor] = inOrder(one.session.actors, [current.handling_unit]);
  if (!actor) return [];
  const { documents: offered } = await offeredDocuments(one.time.platform, actor, current, published);
  return offered.map((document) => document.id);
}

async function variables(platform: Platform, caseId: string): Promise<Record<string, unknown>> {
  const rows: { name: string; value: string }[] = await ofCase(platform, 'variables', caseId)
    .orderBy('of_case.updated_position')
    .select('of_case.name', 'of_case.value');
  return Object.fromEntries(rows.map((row) => [row.name, parsed(row.value)]));
}

interface EvaluatedDecision {
  decisionId?: string;
  decisionOutput?: string;
  matchedRules?: { ruleIndex?: number }[];
}

async function decisions(platform: Platform, caseId: string): Promise<TrialDecision[]> {
  const rows: { evaluated_decisions: EvaluatedDecision[] | null }[] = await ofCase(
    platform,
    'decision_evaluations',
    caseId,
  )
    .orderBy('of_case.evaluation_key')
    .select('of_case.evaluated_decisions');
  return rows
    .flatMap((row) => row.evaluated_decisions ?? [])
    .map((one) => ({
      decision: one.decisionId?.split('__')[2] ?? one.decisionId ?? '',
      rules: (one.matchedRules ?? []).map((rule) => rule.ruleIndex ?? 0),
      output: parsed(one.decisionOutput ?? 'null'),
    }));
}

async function incidents(platform: Platform, caseId: string): Promise<TrialObservation['incidents']> {
  const rows: { element_id: string; error_message: string }[] = await ofCase(platform, 'incidents', caseId)
    .whereNull('of_case.resolved_at')
    .select('of_case.element_id', 'of_case.error_message');
  return rows.map((row) => ({
    element: row.element_id,
    message: serviceProblem(row.error_message)?.vi ?? row.error_message,
  }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
