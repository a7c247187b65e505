// Owns the task page: the form, what the record already says, the draft, the case beside it.
import type { Bilingual, TaskDetail } from '../../../shared/contracts';
import type { NextStep } from '../../../shared/next-step';
import { proposalFor } from '../acts/proposal';
import { clocksOf } from '../case-clocks/open-clocks';
import { caseContext } from '../cases/case-context';
import { initialValues } from '../events/form-values';
import { withPrefill } from '../events/prefill';
import { formFields } from '../forms/form-fields';
import { processesOf } from '../packages/model-elements';
import { nextSteps } from '../packages/next-steps';
import type { FormSchema, Manifest } from '../packages/types';
import { decide } from '../policy/decide';
import { DIFFERENT_PERSON } from '../policy/decision';
import { findForm, type PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import { protectionOf } from '../sealing/protection';
import type { TaskRecord } from '../storage/rows';
import { readDraft } from '../tasks/draft-content';
import type { LoadedTask } from '../tasks/load-task';
import type { Actor } from '../tenants/actor';
import { bodyNames } from './body-names';
import { caseSummary } from './case-rows';
import { clockViews } from './clock-view';
import { taskRows } from './listed-tasks';
import { modelUrl } from './model-url';

/** A proposal in the words of the form: its labels and options instead of keys and codes. */
function inWords(form: FormSchema | null, proposal: Record<string, unknown>): Record<string, unknown> {
  const fields = formFields(form?.components ?? []);
  return Object.fromEntries(
    Object.entries(proposal)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => {
        const field = fields.find((one) => one.key === `record.${key}`);
        const options = (field?.values ?? []) as { label: string; value: unknown }[];
        return [field?.label ?? key, options.find((option) => option.value === value)?.label ?? value];
      }),
  );
}

/** Protected people never reach a form: what a form was not given, it cannot send back changed. */
function withoutProtected(
  manifest: Manifest,
  record: Record<string, unknown>,
  context: Record<string, unknown>,
): Record<string, unknown> {
  return manifest.record.people && protectionOf(manifest, context)
    ? { ...record, [manifest.record.people]: [] }
    : record;
}

function nextOf(published: PublishedPackage, task: TaskRecord): NextStep[] {
  for (const model of published.read.models.values()) {
    const definitions = model.definitions as unknown as ModdleElement;
    if (processesOf(definitions).some((process) => process.id === task.process_id)) {
      return nextSteps(definitions, task.element_id);
    }
  }
  return [];
}

/** Whoever did the step that this one checks is told which, and when: a bare "no" sounds like a fault. */
async function whyNothing(
  platform: Platform,
  actor: Actor,
  { task, subject }: LoadedTask,
  published: PublishedPackage,
): Promise<Bilingual | null> {
  const decision = decide(actor, 'task.claim', subject);
  if (decision.allowed || task.assignee === actor.personId) return null;
  if (decision.code !== DIFFERENT_PERSON.code) return { vi: decision.vi, en: decision.en };
  const checked = String(task.constraints.differentFrom);
  const done = await platform
    .knex('procedures.tasks')
    .where({ case_id: task.case_id, element_id: checked, state: 'COMPLETED' })
    .orderBy('completed_at', 'desc')
    .first('title');
  const title: string = done?.title ?? published.titles.get(checked) ?? checked;
  return {
    vi: `Bạn đã làm bước “${title}” của hồ sơ này (hoặc làm thay, hoặc được làm thay ở bước đó). Bước này kiểm tra lại bước đó nên quy trình yêu cầu một người khác làm; bạn vẫn xem được nhưng không nhận được việc.`,
    en: `You did “${title}” of this case (or acted for whoever did it). This step checks that one, so the procedure asks for a different person: you may read it, but not claim it.`,
  };
}

export async function taskDetail(platform: Platform, actor: Actor, loaded: LoadedTask): Promise<TaskDetail> {
  const { task, current, subject } = loaded;
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  const form = findForm(published, task.form_id);
  const { record, context } = await caseContext(platform, current, published);
  const { manifest } = published.read;
  const begun = withPrefill(manifest.elements[task.element_id]?.prefill, record, context);
  const values = initialValues(form, withoutProtected(manifest, begun, context)) as {
    record?: Record<string, unknown>;
  };
  const draft = await platform
    .knex('procedures.task_drafts')
    .where({ task_id: task.id, person_id: actor.personId })
    .first();
  const [row] = await taskRows(platform, [task]);
  const clocks = await clockViews(
    platform.knex,
    await clocksOf(platform.knex, current.id),
    platform.clock.now(),
    await bodyNames(platform.knex, current.tenant_id, manifest),
  );
  const proposal = await proposalFor(platform, published, task.element_id, context);
  return {
    task: { ...row, formId: task.form_id, constraints: { ...task.constraints } },
    form: form as TaskDetail['form'],
    values: { record: values.record ?? {}, task: {}, facts: { ...current.facts, proposal } },
    draft: draft ? { ...readDraft(draft.values), savedAt: draft.saved_at.toISOString(), reason: draft.reason } : null,
    case: await caseSummary(platform, actor, current),
    clocks,
    proposal: proposal && inWords(form, proposal),
    modelUrl: modelUrl(published),
    next: nextOf(published, task),
    permissions: {
      claim: decide(actor, 'task.claim', subject).allowed && task.assignee === null,
      release: decide(actor, 'task.release', subject).allowed,
      complete: decide(actor, 'task.complete', subject).allowed,
      delegate: task.assignee !== null && decide(actor, 'task.delegate', subject).allowed,
      why: await whyNothing(platform, actor, loaded, published),
    },
  };
}
