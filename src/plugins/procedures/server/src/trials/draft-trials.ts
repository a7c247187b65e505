// Owns what the page "Thử" of a draft shows: its scenarios, how each went last and whether on these very files, what they
// went through together, and what the forms of a scenario offer.
import type { DraftTrials, ScenarioResult, TrialScenarioRow } from '../../../shared/trials-contract';
import { draftFiles, findDraft } from '../drafts/draft-rows';
import { tenantGroups } from '../drafts/tenant-groups';
import { hashFiles } from '../packages/hash-files';
import { mapModels } from '../packages/model-map';
import { type ReadPackage, readPackage } from '../packages/read-package';
import { readScenarios } from '../packages/scenarios/read-scenarios';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { personNames } from '../views/person-names';
import { coverageOf } from './judge/coverage';
import { scenarioChoices } from './scenario-choices';
import { trialPolicy } from './trial-policy';

export interface TrialResultRecord {
  draft_id: string;
  path: string;
  content_hash: string;
  ok: boolean;
  result: ScenarioResult;
  ran_by: string;
  ran_at: Date;
}

export async function draftTrials(platform: Platform, actor: Actor, draftId: string): Promise<DraftTrials> {
  const { knex, library, trials } = platform;
  const draft = await findDraft(knex, actor.tenantId, draftId);
  const inForce = await library.active(actor.tenantId, draft.package_id);
  const files = await draftFiles(knex, draft.id);
  const read = await readable(files);
  const rows: TrialResultRecord[] = await knex('procedures.trial_results').where({ draft_id: draft.id });
  const names = await personNames(
    knex,
    rows.map((row) => row.ran_by),
  );
  const hash = hashFiles(files);
  const scenarios = read ? readScenarios(read) : [];
  const kept = rows.filter((row) => scenarios.some((one) => one.file === row.path));
  const passed = new Set(kept.flatMap((row) => row.result.path.map((one) => one.element)));
  return {
    scenarios: scenarios.map(({ file, scenario }): TrialScenarioRow => {
      const row = kept.find((one) => one.path === file);
      const said = scenario as { title?: TrialScenarioRow['title']; steps?: unknown[] } | null;
      return {
        file,
        title: said?.title ?? { vi: file, en: file },
        steps: Array.isArray(said?.steps) ? said.steps.length : 0,
        last: row
          ? {
              ok: row.ok,
              ranAt: row.ran_at.toISOString(),
              ranBy: { id: row.ran_by, name: names.get(row.ran_by) ?? '' },
              stale: row.content_hash !== hash,
              result: row.result,
            }
          : null,
      };
    }),
    coverage: read && kept.length > 0 ? coverageOf(mapModels(read), passed) : null,
    run: trials.runs.get(draft.id) ?? null,
    choices: read ? scenarioChoices(read, await tenantGroups(knex, actor.tenantId, read.manifest)) : null,
    mainModel: inForce.mainModel,
    open: {
      count: trials.openRecordings,
      max: trials.limits.maxRecordings,
      idleMinutes: trials.limits.idleMinutes,
    },
    policy: { failing: await trialPolicy(knex, actor.tenantId) },
  };
}

/** null: what is saved makes no package now; the check says why. */
async function readable(files: ReadonlyMap<string, Buffer>): Promise<ReadPackage | null> {
  return readPackage(files).catch((error: unknown) => {
    if (error instanceof ProblemError) return null;
    throw error;
  });
}
