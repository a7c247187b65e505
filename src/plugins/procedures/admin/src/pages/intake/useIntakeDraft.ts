/**
 * What is being typed is kept on the server, a second after the last key, under the id that the case will have; a browser
 * that dies loses at most that second, and a browser keeps nothing.
 */
import * as React from 'react';

import type { StartForm } from '../../../../shared/contracts';
import type { IntakeDraftContent, SaveIntakeDraftBody } from '../../../../shared/intake-contract';
import { type Problem, readProblem } from '../../api/problem';
import { put } from '../../api/send';

const QUIET_MS = 1_000;
const RETRY_MS = 5_000;
/** A line that hangs must not hold back the entry itself. */
const ON_ITS_WAY_MS = 2_000;

export interface IntakeDraftState {
  savedAt: string | null;
  saving: boolean;
  /** why it is not kept; what is only lost on the way is tried again */
  problem: Problem | null;
  keep(content: IntakeDraftContent): void;
  /** the entry is being sent: nothing more is kept, what is on its way arrives first */
  hold(): Promise<void>;
  /** it was refused: what waits is kept again */
  go(): void;
  /** it was taken in: forget what waits */
  stop(): void;
}

export function useIntakeDraft(id: string, start: StartForm): IntakeDraftState {
  const [state, setState] = React.useState<Pick<IntakeDraftState, 'savedAt' | 'saving' | 'problem'>>({
    savedAt: null,
    saving: false,
    problem: null,
  });
  const waiting = React.useRef<IntakeDraftContent | null>(null);
  const timer = React.useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const held = React.useRef(false);
  const under = React.useRef<Promise<void>>(Promise.resolve());

  const send = React.useCallback(async () => {
    const content = waiting.current;
    if (!content || held.current) return;
    waiting.current = null;
    setState((last) => ({ ...last, saving: true }));
    const { packageId, event, version } = start;
    const body: SaveIntakeDraftBody = { packageId, event, version, content };
    try {
      const { savedAt } = await put<{ savedAt: string }>(`/intake-drafts/${id}`, body);
      setState({ savedAt, saving: false, problem: null });
    } catch (thrown) {
      const problem = readProblem(thrown);
      setState((last) => ({ ...last, saving: false, problem }));
      // Refused stays refused until something else is typed; what was only lost on the way goes again.
      if (problem.status >= 400 && problem.status < 500 && problem.status !== 401) return;
      waiting.current ??= content;
      timer.current = setTimeout(send, RETRY_MS);
    }
  }, [id, start]);
  const save = React.useCallback(() => {
    under.current = under.current.then(send);
  }, [send]);

  const keep = React.useCallback(
    (content: IntakeDraftContent) => {
      waiting.current = content;
      clearTimeout(timer.current);
      timer.current = setTimeout(save, QUIET_MS);
    },
    [save],
  );
  const hold = React.useCallback(() => {
    held.current = true;
    return Promise.race([under.current, new Promise<void>((resolve) => setTimeout(resolve, ON_ITS_WAY_MS))]);
  }, []);
  const go = React.useCallback(() => {
    held.current = false;
    save();
  }, [save]);
  const stop = React.useCallback(() => {
    clearTimeout(timer.current);
    waiting.current = null;
  }, []);
  React.useEffect(
    () => () => {
      clearTimeout(timer.current);
      save();
    },
    [save],
  );
  return { ...state, keep, hold, go, stop };
}
