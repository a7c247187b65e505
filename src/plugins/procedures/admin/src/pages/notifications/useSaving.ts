import * as React from 'react';

import { type Problem, readProblem } from '../../api/problem';

/** One act of a form: busy while it runs, its problem after it, and a word when it is done. */
export function useSaving() {
  const [busy, setBusy] = React.useState(false);
  const [saved, setSaved] = React.useState(false);
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const run = React.useCallback(async (work: () => Promise<unknown>) => {
    setBusy(true);
    setSaved(false);
    setProblem(null);
    try {
      await work();
      setSaved(true);
    } catch (thrown) {
      setProblem(readProblem(thrown));
    } finally {
      setBusy(false);
    }
  }, []);
  return { busy, saved, problem, run };
}
