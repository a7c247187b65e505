/** What is being typed into a task is kept for its holder; leaving the task saves what is still waiting. */
import * as React from 'react';

import type { SaveDraftAnswer, SaveDraftBody, TaskDraftContent } from '../../../../shared/contracts';
import type { DraftStamp } from '../../../../shared/draft-stamp';
import { isLost, type Problem } from '../../api/problem';
import { put } from '../../api/send';
import { type Kept, useKept } from '../../api/useKept';

export interface TaskDraftState extends Kept<TaskDraftContent> {
  /** the task is no longer the reader's: nothing is saved until it is (`go`) */
  lost: Problem | null;
}

export function useTaskDraft(taskId: string, savedBefore: string | null): TaskDraftState {
  const write = React.useCallback(
    (content: TaskDraftContent, stamp: DraftStamp) => {
      const body: SaveDraftBody = { ...content, stamp };
      return put<SaveDraftAnswer>(`/tasks/${taskId}/draft`, body);
    },
    [taskId],
  );
  const { problem, savedAt, ...kept } = useKept(write, savedBefore);
  const lost = problem && isLost(problem) ? problem : null;
  return { ...kept, savedAt: savedAt ?? savedBefore, problem: lost ? null : problem, lost };
}
