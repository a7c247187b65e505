// Owns the run of a draft's scenarios: begun by one person, seen by all who have the draft open, kept when each has ended.
// One run a draft at a time; whoever asks meanwhile is shown the one that goes on.
import { randomUUID } from 'node:crypto';
import type { ScenarioResult, TrialRunView } from '../../../shared/trials-contract';
import { writeAudit } from '../audit/write-audit';
import { completedDraft } from '../drafts/completed-draft';
import { type DraftRecord, findDraft } from '../drafts/draft-rows';
import { hashFiles } from '../packages/hash-files';
import { readPackage } from '../packages/read-package';
import { readScenarios } from '../packages/scenarios/read-scenarios';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { isGoingOn } from './is-going-on';
import { runPackageTrials } from './run-package-trials';
import { trialWorld } from './trial-world';

export async function runDraftTrials(
  platform: Platform,
  actor: Actor,
  draftId: string,
  wanted: unknown,
): Promise<TrialRunView> {
  const draft = await findDraft(platform.knex, actor.tenantId, draftId);
  const running = platform.trials.runs.get(draft.id);
  if (isGoingOn(running)) return running;
  platform.trials.expectSetUp();
  const { saved, files } = await completedDraft(platform, draft);
  const scenarios = readScenarios(await readPackage(files));
  const names = Array.isArray(wanted) ? wanted.map(String) : null;
  const chosen = scenarios.filter(({ file }) => names === null || names.includes(file));
  if (chosen.length === 0) throw noScenario();
  const run: TrialRunView = {
    id: randomUUID(),
    state: 'STARTING',
    startedBy: { id: actor.personId, name: actor.fullName },
    files: chosen.map(({ file }) => file),
    done: 0,
    current: null,
    failure: null,
  };
  platform.trials.runs.set(draft.id, run);
  const world = await trialWorld(platform.knex, draft.tenant_id, draft.package_id, platform.clock.now());
  const lengths = new Map(chosen.map(({ file, scenario }) => [file, lengthOf(scenario)]));
  void platform.trials
    .withHost((host) =>
      runPackageTrials(files, {
        host,
        world,
        only: run.files,
        step(file, step) {
          run.state = 'RUNNING';
          run.current = { file, step: step.step, steps: lengths.get(file) ?? 0, title: step.title };
        },
        async ended(result) {
          await keepResult(platform, draft, actor, hashFiles(saved), result);
          run.done += 1;
        },
      }),
    )
    .then(
      () => Object.assign(run, { state: 'DONE', current: null }),
      (error: unknown) => Object.assign(run, { state: 'FAILED', failure: failureOf(platform, error) }),
    );
  await inTransaction(platform.strapi, (trx) =>
    writeAudit(trx, {
      tenantId: actor.tenantId,
      at: platform.clock.now(),
      actor,
      action: 'draft.try',
      subjectType: 'draft',
      subjectId: draft.id,
      detail: { package: draft.package_id, scenarios: run.files.length },
    }),
  );
  return run;
}

async function keepResult(
  platform: Platform,
  draft: DraftRecord,
  actor: Actor,
  hash: string,
  result: ScenarioResult,
): Promise<void> {
  const row = {
    content_hash: hash,
    ok: result.ok,
    result: JSON.stringify(result),
    ran_by: actor.personId,
    ran_at: platform.clock.now(),
  };
  await inTransaction(platform.strapi, async (trx) => {
    await trx('procedures.trial_results')
      .insert({ draft_id: draft.id, path: result.file, ...row })
      .onConflict(['draft_id', 'path'])
      .merge(row);
  });
}

function failureOf(platform: Platform, error: unknown): { vi: string; en: string } {
  if (error instanceof ProblemError) return { vi: error.vi, en: error.en };
  platform.log.error(`trial run: ${(error as Error).message}`);
  return {
    vi: 'Lần chạy thử gặp lỗi ngoài dự kiến; nhật ký của máy chủ ghi rõ. Hãy chạy lại.',
    en: 'The trial failed unexpectedly; the log of the server says more. Run it again.',
  };
}

const lengthOf = (scenario: unknown): number => {
  const steps = (scenario as { steps?: unknown } | null)?.steps;
  return Array.isArray(steps) ? steps.length : 0;
};

const noScenario = () =>
  new ProblemError({
    code: 'TRIAL_NO_SCENARIO',
    status: 422,
    vi: 'Bản thảo chưa có kịch bản nào như vậy. Hãy ghi một lần chạy thử và lưu thành kịch bản trước.',
    en: 'Expected a scenario to run, but the draft has none like that: record a trial and save it first.',
  });
