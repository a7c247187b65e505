/** What becomes of a task while its form is open: heard at once, asked every ten seconds where nothing is heard. */
import * as React from 'react';

import type { TaskStatus } from '../../../../shared/taskpage-contract';
import { isLost, type Problem, readProblem } from '../../api/problem';
import { read } from '../../api/send';
import { useLiveEvents } from '../../live/useLiveEvents';

const ASK_EVERY_MS = 10_000;

export interface TaskNews {
  status: TaskStatus | null;
  /** the reader may no longer know of it */
  gone: Problem | null;
}

interface Opened {
  version: number;
  /** whether the reader held it when the page opened it */
  mine: boolean;
  personId: string | null;
}

/** News only of what others did: a later version that is still open and still the reader's is none. */
export function useTaskWatch(taskId: string, opened: Opened): TaskNews {
  const [news, setNews] = React.useState<TaskNews>({ status: null, gone: null });
  const last = React.useRef(opened);
  last.current = opened;

  const ask = React.useCallback(async () => {
    try {
      const status = await read<TaskStatus>(`/tasks/${taskId}/status`);
      const { version, mine, personId } = last.current;
      const isEnded = status.state === 'COMPLETED' || status.state === 'CANCELLED';
      const isTaken = mine && status.assignee?.id !== personId;
      const changed = status.version !== version && (isEnded || isTaken);
      setNews({ status: changed ? status : null, gone: null });
    } catch (thrown) {
      const problem = readProblem(thrown);
      // A network that fails says nothing about the task.
      if (isLost(problem) || problem.status === 403) setNews({ status: null, gone: problem });
    }
  }, [taskId]);

  useLiveEvents('tasks', ({ ids }) => {
    if (!ids || ids.includes(taskId)) void ask();
  });
  React.useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void ask();
    }, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [ask]);
  return news;
}

/** The news as a refusal is told, so that the page has one way to say that a task is lost. */
export function problemOfNews({ status, gone }: TaskNews): Problem | null {
  if (!status) return gone;
  return {
    status: 409,
    code: 'TASK_VANISHED',
    vi: `${status.last?.text.vi ?? 'Việc này đã đổi'}.`,
    en: `${status.last?.text.en ?? 'This task has changed'}.`,
    problems: [],
    takenBy: status.assignee?.name ?? null,
    newerAt: null,
  };
}
