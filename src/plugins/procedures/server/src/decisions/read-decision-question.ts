// Owns what may be asked when a decision is tried: a decision of a file of the draft, and a sample.
import { readSample } from '../expressions/read-sample';
import { ProblemError } from '../problems/problem-error';

export interface DecisionQuestion {
  path: string;
  decision: string;
  variables: Record<string, unknown>;
}

export function readDecisionQuestion(body: Record<string, unknown>): DecisionQuestion {
  const { path, decision, variables = {} } = body;
  if (typeof path !== 'string' || !path.endsWith('.dmn'))
    throw refused('tệp bảng quyết định (.dmn)', 'the file of the decision (.dmn)');
  if (typeof decision !== 'string' || decision === '' || decision.length > 200)
    throw refused('mã của bảng quyết định', 'the id of a decision');
  return { path, decision, variables: readSample(variables) };
}

const refused = (vi: string, en: string) =>
  new ProblemError({
    code: 'DECISION_TRY_REFUSED',
    status: 422,
    vi: `Để thử cần ${vi}. Hãy mở lại bảng rồi thử.`,
    en: `Expected ${en}, but got something else. Open the table again and try.`,
  });
