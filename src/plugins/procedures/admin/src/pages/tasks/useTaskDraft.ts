/**
 * What is being typed is kept on the server, a second after the last key: never in the browser, since it may hold
 * personal data. Leaving the task saves what is still waiting.
 */
import * as React from 'react';

import type { FormValues, SaveDraftAnswer } from '../../../../shared/contracts';
import { isLost, type Problem, readProblem } from '../../api/problem';
import { put } from '../../api/send';

const QUIET_MS = 1_000;
const RETRY_MS = 5_000;

export interface TaskDraftState {
  savedAt: string | null;
  saving: boolean;
  /** saving failed and is tried again */
  failing: boolean;
  /** the task is no longer the reader's; nothing is saved any more */
  lost: Problem | null;
  keep(values: FormValues): void;
  /** the task is being completed: forget what waits */
  stop(): void;
}

export function useTaskDraft(taskId: string, savedBefore: string | null): TaskDraftState {
  const [state, setState] = React.useState({ savedAt: savedBefore, saving: false, failing: false });
  const [lost, setLost] = React.useState<Problem | null>(null);
  const waiting = React.useRef<FormValues | null>(null);
  const timer = React.useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const over = React.useRef(false);

  const save = React.useCallback(async () => {
    const values = waiting.current;
    if (!values || over.current) return;
    waiting.current = null;
    setState((last) => ({ ...last, saving: true }));
    try {
      const { savedAt } = await put<SaveDraftAnswer>(`/tasks/${taskId}/draft`, { values });
      setState({ savedAt, saving: false, failing: false });
    } catch (thrown) {
      const problem = readProblem(thrown);
      if (isLost(problem)) {
        over.current = true;
        setLost(problem);
        setState((last) => ({ ...last, saving: false }));
        return;
      }
      waiting.current ??= values;
      setState((last) => ({ ...last, saving: false, failing: true }));
      timer.current = setTimeout(save, RETRY_MS);
    }
  }, [taskId]);

  const keep = React.useCallback(
    (values: FormValues) => {
      if (over.current) return;
      waiting.current = values;
      clearTimeout(timer.current);
      timer.current = setTimeout(save, QUIET_MS);
    },
    [save],
  );
  const stop = React.useCallback(() => {
    clearTimeout(timer.current);
    waiting.current = null;
  }, []);

  React.useEffect(
    () => () => {
      clearTimeout(timer.current);
      void save();
    },
    [save],
  );

  return { ...state, lost, keep, stop };
}
