import * as React from 'react';

import { type Problem, readProblem } from '../api/problem';
import { post } from '../api/send';

/** The two answers to an alarm; what went wrong stays until the next try. */
export function useAlarmActs(onDone: () => void) {
  const [busy, setBusy] = React.useState<string | null>(null);
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const acknowledge = async (id: string) => {
    setBusy(id);
    setProblem(null);
    try {
      await post(`/alarms/${id}/acknowledge`);
    } catch (thrown) {
      setProblem(readProblem(thrown));
    } finally {
      setBusy(null);
      onDone();
    }
  };
  return { busy, problem, acknowledge, dismiss: () => setProblem(null) };
}
