// Owns what a program is told of the trials of a draft that it has brought: how far the run is, how each scenario stands,
// and of one that failed the first reasons.
import type { Bilingual } from '../../../shared/contracts';
import type { ScenarioResult, TrialRunState, TrialRunView } from '../../../shared/trials-contract';
import { type DraftRecord, draftFiles } from '../drafts/draft-rows';
import type { Platform } from '../runtime/platform';
import { scenarioStandings } from './scenario-standings';

export interface BroughtRun {
  id: string;
  state: TrialRunState;
  done: number;
  total: number;
  failure: Bilingual | null;
}

export interface BroughtTrials {
  draftId: string;
  run: BroughtRun | null;
  scenarios: {
    file: string;
    title: Bilingual;
    state: 'HELD' | 'FAILED' | 'NOT_TRIED';
    reasons: Bilingual[];
  }[];
}

const MOST_REASONS = 3;

export async function broughtTrials({ knex, trials }: Platform, draft: DraftRecord): Promise<BroughtTrials> {
  const standings = await scenarioStandings(knex, draft.id, await draftFiles(knex, draft.id));
  const run = trials.runs.get(draft.id);
  return {
    draftId: draft.id,
    run: run ? broughtRun(run) : null,
    scenarios: standings.map(({ shown: { file, title, state }, result }) => ({
      file,
      title: { vi: title.vi, en: title.en },
      // What was tried on other files was not tried on these.
      state: state === 'STALE' ? 'NOT_TRIED' : state,
      reasons: state === 'FAILED' && result ? reasonsOf(result) : [],
    })),
  };
}

export const broughtRun = ({ id, state, done, files, failure }: TrialRunView): BroughtRun => ({
  id,
  state,
  done,
  total: files.length,
  failure,
});

const reasonsOf = ({ steps }: ScenarioResult): Bilingual[] =>
  steps
    .flatMap((step) => step.verdicts.filter((verdict) => !verdict.ok))
    .slice(0, MOST_REASONS)
    .map(({ vi, en, why }) => ({ vi: why ? `${vi} ${why.vi}` : vi, en: why ? `${en} ${why.en}` : en }));
