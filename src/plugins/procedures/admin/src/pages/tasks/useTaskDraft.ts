/** What is being typed into a task is kept for its holder; leaving the task saves what is still waiting. */
import * as React from 'react';

import type { FormValues, SaveDraftAnswer } from '../../../../shared/contracts';
import { isLost, type Problem } from '../../api/problem';
import { put } from '../../api/send';
import { type Kept, useKept } from '../../api/useKept';

export interface TaskDraftState extends Pick<Kept<FormValues>, 'savedAt' | 'saving' | 'keep' | 'hold' | 'go' | 'stop'> {
  /** saving failed and is tried again */
  failing: boolean;
  /** the task is no longer the reader's: nothing is saved until it is (`go`) */
  lost: Problem | null;
}

export function useTaskDraft(taskId: string, savedBefore: string | null): TaskDraftState {
  const write = React.useCallback(
    (values: FormValues) => put<SaveDraftAnswer>(`/tasks/${taskId}/draft`, { values }),
    [taskId],
  );
  const { problem, savedAt, ...kept } = useKept(write);
  const lost = problem && isLost(problem) ? problem : null;
  return { ...kept, savedAt: savedAt ?? savedBefore, failing: problem !== null && lost === null, lost };
}
