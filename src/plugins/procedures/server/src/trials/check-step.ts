// Owns that one step of a recording can be played before it is: as it was sent, or a refusal in words.
import type { ScenarioStep } from '../../../shared/trials-contract';
import { checkScenarioForm } from '../packages/scenarios/check-scenario';
import { trialProblems } from './trial-problems';

export function checkStep(step: unknown): ScenarioStep {
  const [problem] = checkScenarioForm({ title: { vi: '–', en: '–' }, steps: [step] });
  if (problem) throw trialProblems.stepUnreadable(problem);
  return step as ScenarioStep;
}
