// Owns how each scenario of a draft stands: whether it held, on the very files as they are saved now.
import type { Knex } from 'knex';
import type { ProposedTrials, ScenarioResult } from '../../../shared/trials-contract';
import { hashFiles } from '../packages/hash-files';
import { readPackage } from '../packages/read-package';
import { readScenarios } from '../packages/scenarios/read-scenarios';
import type { TrialResultRecord } from './draft-trials';

export interface ScenarioStanding {
  shown: ProposedTrials['scenarios'][number];
  /** null: it was not tried. */
  result: ScenarioResult | null;
}

/** `saved`: as saved, which is what trials ran on. */
export async function scenarioStandings(
  knex: Knex,
  draftId: string,
  saved: ReadonlyMap<string, Buffer>,
): Promise<ScenarioStanding[]> {
  // What cannot be read is told by the check.
  const read = await readPackage(saved).catch(() => null);
  const rows: TrialResultRecord[] = await knex('procedures.trial_results').where({ draft_id: draftId });
  const hash = hashFiles(saved);
  return (read ? readScenarios(read) : []).map(({ file, scenario }) => {
    const row = rows.find((one) => one.path === file);
    const title = (scenario as { title?: { vi: string; en: string } } | null)?.title ?? { vi: file, en: file };
    const state = !row ? 'NOT_TRIED' : row.content_hash !== hash ? 'STALE' : row.ok ? 'HELD' : 'FAILED';
    return { shown: { file, title, state, ranAt: row?.ran_at.toISOString() ?? null }, result: row?.result ?? null };
  });
}
