// Owns the text that a failing test shows: each expectation that did not hold, and where the run went instead.
import type { ScenarioResult } from '../shared/trials-contract';

/** Empty when everything held, so that a test may say expect(explainTrials(results)).toBe(''). */
export function explainTrials(results: readonly ScenarioResult[], language: 'vi' | 'en' = 'en'): string {
  return results
    .filter((result) => !result.ok)
    .map((result) =>
      [
        `${result.file}: ${result.title[language]}`,
        ...result.steps
          .flatMap((step) => step.verdicts)
          .filter((verdict) => !verdict.ok)
          .map((verdict) => `  ${verdict[language]}${verdict.why ? `\n    ${verdict.why[language]}` : ''}`),
      ].join('\n'),
    )
    .join('\n');
}
