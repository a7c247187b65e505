// Owns one step of a trial from doing to verdict: what the platform says to it, what is seen after it, what was expected.
// A step that is refused ends the run, unless the refusal is what was expected.
import type { ScenarioStep, StepResult, TrialObservation, TrialVerdict } from '../../../../shared/trials-contract';
import type { ModelMap } from '../../packages/model-map';
import type { LocalText } from '../../packages/types';
import { ProblemError } from '../../problems/problem-error';
import { explainMiss } from '../judge/explain-miss';
import { judgeStep } from '../judge/judge-step';
import { standing } from '../judge/verdict-words';
import { stepTitle } from '../step-title';
import { observeCase } from './observe-case';
import type { TrialCase } from './trial-case';

export interface DoneStep {
  result: StepResult;
  /** null: there is no case yet. */
  seen: TrialObservation | null;
}

export async function runStep(one: TrialCase, map: ModelMap, step: ScenarioStep, number: number): Promise<DoneStep> {
  const refusal = await refusalOf(() => one.perform(step));
  const seen = one.caseId ? await observeCase(one) : null;
  const verdicts = [
    ...refusalVerdicts(map, step, number, refusal, seen),
    ...(seen && step.expect && !refusal ? judgeStep(map, number, step.expect, seen) : []),
  ];
  const result: StepResult = {
    step: number,
    title: stepTitle(step, map, one.session.read),
    at: one.now.toISOString(),
    ok: verdicts.every((verdict) => verdict.ok),
    refused: refusal ? { code: refusal.code, vi: refusal.vi, en: refusal.en } : null,
    pathLength: seen?.path.length ?? 0,
    state: seen?.state ?? null,
    tasks: seen?.tasks.map((task) => task.element) ?? [],
    verdicts,
  };
  return { result, seen };
}

async function refusalOf(work: () => Promise<void>): Promise<ProblemError | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof ProblemError && error.status !== 503) return error;
    throw error;
  }
}

function refusalVerdicts(
  map: ModelMap,
  step: ScenarioStep,
  number: number,
  refusal: ProblemError | null,
  seen: TrialObservation | null,
): TrialVerdict[] {
  const expected = step.expect?.refused ?? null;
  if (!refusal && !expected) return [];
  const actual = refusal?.code ?? null;
  if (expected === actual)
    return [
      {
        ok: true,
        what: 'refused',
        expected,
        actual,
        element: null,
        why: null,
        vi: `Bước ${number}: bị từ chối đúng như mong đợi (${expected}).`,
        en: `Step ${number}: refused as expected (${expected}).`,
      },
    ];
  const told: LocalText = refusal
    ? {
        vi: `Bước ${number} không làm được: ${refusal.vi}${placesOf(refusal)}`,
        en: `Step ${number} could not be done: ${refusal.en}${placesOf(refusal)}`,
      }
    : {
        vi: `Bước ${number}: cần bị từ chối (${expected}), nhưng đã làm được.`,
        en: `Step ${number}: expected to be refused (${expected}), but it was done.`,
      };
  const wanted = step.complete ?? null;
  const why = refusal && seen ? (wanted && explainMiss(map, wanted, seen)) || standing(map, seen) : null;
  return [
    { ok: false, what: refusal && !expected ? 'step' : 'refused', expected, actual, element: wanted, why, ...told },
  ];
}

/** Which fields of the form are meant. */
function placesOf(refusal: ProblemError): string {
  const problems = (refusal.detail as { problems?: { path?: unknown }[] } | null)?.problems ?? [];
  const places = problems.flatMap((one) => (typeof one.path === 'string' ? [one.path] : []));
  return places.length > 0 ? ` (${places.join(', ')})` : '';
}
