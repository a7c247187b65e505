import * as React from 'react';

import { type Problem, readProblem } from './problem';

export interface Sending {
  busy: boolean;
  /** what came of the last act, until the next one or `dismiss` */
  problem: Problem | null;
  /** Resolves with whether it was done; never throws. What was typed stays with the caller. */
  run(act: () => Promise<unknown>): Promise<boolean>;
  dismiss(): void;
}

/** One act of a page at a time: busy while the server answers, its problem afterwards. */
export function useSending(): Sending {
  const [busy, setBusy] = React.useState(false);
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const run = React.useCallback<Sending['run']>(async (act) => {
    setBusy(true);
    setProblem(null);
    try {
      await act();
      return true;
    } catch (thrown) {
      setProblem(readProblem(thrown));
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  const dismiss = React.useCallback(() => setProblem(null), []);
  return { busy, problem, run, dismiss };
}
