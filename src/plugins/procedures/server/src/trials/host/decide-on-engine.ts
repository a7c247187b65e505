// Owns decisions by the engine for trials: the file is deployed as it comes, and each decision asked for is evaluated.
import type { DecisionReport, Variables } from '../../engine/engine';
import type { EngineDecisions } from '../host-protocol';
import { benchEngine } from './bench-engine';
import { evaluationTooLong } from './evaluation-too-long';

/** An error of the engine's own, for instance over a column without an id: nothing was decided, and it goes on. */
const BROKE = 'PROCESSING_ERROR';

const broken = (decision: string): DecisionReport => ({
  status: 'evaluated',
  output: null,
  failed: { decision, message: BROKE },
  steps: [],
});

export async function decideOnEngine(
  file: { name: string; content: Buffer },
  decisions: readonly string[],
  variables: Variables,
): Promise<EngineDecisions> {
  const engine = benchEngine();
  const deployed = await engine.deployResources([file]);
  if (deployed.status === 'unclear') throw evaluationTooLong();
  if (deployed.status === 'rejected') return { kind: 'REFUSED', said: deployed.message };
  const reports: Extract<EngineDecisions, { kind: 'DECIDED' }>['reports'] = [];
  for (const decision of decisions) {
    const report = await engine.explainDecision(decision, variables);
    if (report.status === 'evaluated') reports.push(report);
    else if (report.message.includes(BROKE)) reports.push(broken(decision));
    else if (report.status === 'unclear') throw evaluationTooLong();
    else reports.push(null);
  }
  return { kind: 'DECIDED', reports };
}
