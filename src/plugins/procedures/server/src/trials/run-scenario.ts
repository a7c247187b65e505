// Owns the run of one scenario on a fresh case: step after step, until a step cannot be done; then the case is ended, so
// that the next one meets nothing of it. Each step is a question of its own to the host, so that whoever tries by hand
// meanwhile waits for a step and not for a scenario.
import type { Scenario, ScenarioResult, ScenarioStep, StepResult } from '../../../shared/trials-contract';
import type { RecordedStep } from './host-protocol';
import type { TrialHost } from './trial-host';

export interface ScenarioToRun {
  session: string;
  file: string;
  scenario: Scenario;
}

export async function runScenario(
  host: Pick<TrialHost, 'ask'>,
  { session, file, scenario }: ScenarioToRun,
  progress: (step: StepResult) => void,
): Promise<ScenarioResult> {
  const began = performance.now();
  const start = startOf(scenario);
  const { recording } = await host.ask('record', {
    session,
    at: start,
    parameters: scenario.given?.parameters,
    given: scenario.given?.record,
  });
  const steps: StepResult[] = [];
  let last: RecordedStep | null = null;
  try {
    for (const step of scenario.steps) {
      last = await host.ask('step', { recording, step, number: steps.length + 1, choices: false });
      steps.push(last.result);
      progress(last.result);
      if (last.result.refused && !isExpected(step, last.result)) break;
    }
  } finally {
    await host.ask('end', { recording }).catch(() => undefined);
  }
  const end = new Date(steps.at(-1)?.at ?? start).getTime();
  return {
    file,
    title: scenario.title,
    ok: steps.length === scenario.steps.length && steps.every((step) => step.ok),
    steps,
    path: last?.seen?.path ?? [],
    active: last?.seen?.active ?? [],
    milliseconds: Math.round(performance.now() - began),
    days: Math.round((end - new Date(start).getTime()) / 86_400_000),
  };
}

/** Where the clock stands at first: as given, or where the first step happens. */
const startOf = (scenario: Scenario): string => scenario.given?.at ?? scenario.steps[0]?.at ?? new Date().toISOString();

const isExpected = (step: ScenarioStep, result: StepResult) => step.expect?.refused === result.refused?.code;
