// Owns the trial of a whole package: its scenarios one after the other on one host, and what together they went through.
// A scenario that cannot be run is a failed one with the reason, never left out.
import type {
  Scenario,
  ScenarioResult,
  StepResult,
  TrialCoverage,
  TrialVerdict,
  TrialWorld,
} from '../../../shared/trials-contract';
import { mapModels } from '../packages/model-map';
import { type ReadPackage, readPackage } from '../packages/read-package';
import { checkScenario } from '../packages/scenarios/check-scenario';
import { readScenarios } from '../packages/scenarios/read-scenarios';
import type { PackedFiles } from './host-protocol';
import { coverageOf } from './judge/coverage';
import { runScenario } from './run-scenario';
import type { TrialHost } from './trial-host';

export interface PackageTrials {
  results: ScenarioResult[];
  coverage: TrialCoverage;
  ok: boolean;
}

export interface PackageTrialsOptions {
  host: Pick<TrialHost, 'ask'>;
  world?: TrialWorld | null;
  /** Files to run; all of them without it. */
  only?: readonly string[];
  step?(file: string, step: StepResult): void;
  ended?(result: ScenarioResult): void | Promise<void>;
}

export async function runPackageTrials(
  files: ReadonlyMap<string, Buffer>,
  { host, world = null, only, step, ended }: PackageTrialsOptions,
): Promise<PackageTrials> {
  const read = await readPackage(files);
  const scenarios = readScenarios(read).filter(({ file }) => !only || only.includes(file));
  const results: ScenarioResult[] = [];
  const { session } = await host.ask('open', { files: packed(files), world });
  try {
    for (const { file, scenario } of scenarios) {
      const result =
        unrunnable(read, file, scenario) ??
        (await runScenario(host, { session, file, scenario: scenario as Scenario }, (done) => step?.(file, done)));
      results.push(result);
      await ended?.(result);
    }
  } finally {
    await host.ask('close', { session }).catch(() => undefined);
  }
  const passed = new Set(results.flatMap((result) => result.path.map((one) => one.element)));
  return { results, coverage: coverageOf(mapModels(read), passed), ok: results.every((result) => result.ok) };
}

export const packed = (files: ReadonlyMap<string, Buffer>): PackedFiles =>
  Object.fromEntries([...files].map(([path, content]) => [path, content.toString('base64')]));

export function unrunnable(read: ReadPackage, file: string, scenario: unknown): ScenarioResult | null {
  const problems = checkScenario(read, scenario);
  if (problems.length === 0) return null;
  const title = (scenario as Partial<Scenario> | null)?.title;
  const verdicts = problems.map(
    ({ step, vi, en }): TrialVerdict => ({
      ok: false,
      what: 'step',
      expected: null,
      actual: null,
      element: null,
      why: null,
      vi: step ? `Bước ${step}: ${vi}` : vi,
      en: step ? `Step ${step}: ${en}` : en,
    }),
  );
  const words = title?.vi ? title : { vi: file, en: file };
  const step: StepResult = {
    step: problems[0]?.step ?? 1,
    title: { vi: 'Kịch bản chưa chạy được', en: 'The scenario cannot be run' },
    at: new Date(0).toISOString(),
    ok: false,
    refused: null,
    pathLength: 0,
    state: null,
    tasks: [],
    verdicts,
  };
  return { file, title: words, ok: false, steps: [step], path: [], active: [], milliseconds: 0, days: 0 };
}
