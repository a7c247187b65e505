/**
 * An act is done when the engine's record confirms it, not when the server has taken it in.
 * This hook sends an act and follows it to its end; the page says "đang ghi" meanwhile.
 */
import * as React from 'react';

import type { ActionState, ActionView } from '../../../shared/contracts';
import { type Problem, readProblem } from './problem';
import { read } from './send';

const SLOW_AFTER_MS = 10_000;
const RETRY_MS = 1_500;

export type RecordingPhase = 'idle' | 'sending' | 'recording' | 'slow' | 'failed';

export interface Recording {
  phase: RecordingPhase;
  busy: boolean;
  problem: Problem | null;
  /** resolves with the confirmed action, or null when it failed (see `problem`) or the page was left */
  record(send: () => Promise<{ actionId: string; state: ActionState }>): Promise<ActionView | null>;
  dismiss(): void;
}

const isSettled = (state: ActionState) => state === 'CONFIRMED' || state === 'SUPERSEDED' || state === 'BLOCKED';
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Words for an action that ended otherwise than confirmed; its reason is the server's. */
function problemOf(action: ActionView): Problem {
  const reason = action.reason ?? {
    vi: 'Thao tác chưa được ghi. Nội dung vẫn còn trên màn hình; báo người vận hành nếu lặp lại.',
    en: 'The act was not recorded. What you typed is still here; tell the operator if it happens again.',
  };
  const lost = action.state === 'SUPERSEDED';
  return { ...reason, status: lost ? 409 : 500, code: action.state, problems: [], takenBy: null, newerAt: null };
}

async function follow(actionId: string, isGone: () => boolean, onSlow: () => void): Promise<ActionView | null> {
  const started = Date.now();
  while (!isGone()) {
    if (Date.now() - started > SLOW_AFTER_MS) onSlow();
    try {
      const action = await read<ActionView>(`/actions/${actionId}?wait=2000`);
      if (isSettled(action.state)) return action;
      await pause(200);
    } catch {
      // The act is already with the server: a lost connection here says nothing about it, so ask again.
      await pause(RETRY_MS);
    }
  }
  return null;
}

export function useRecording(): Recording {
  const [phase, setPhase] = React.useState<RecordingPhase>('idle');
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const gone = React.useRef(false);
  React.useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  const record = React.useCallback<Recording['record']>(async (send) => {
    setProblem(null);
    setPhase('sending');
    try {
      const { actionId } = await send();
      if (gone.current) return null;
      setPhase('recording');
      const action = await follow(
        actionId,
        () => gone.current,
        () => setPhase('slow'),
      );
      if (!action) return null;
      if (action.state !== 'CONFIRMED') {
        setProblem(problemOf(action));
        setPhase('failed');
        return null;
      }
      setPhase('idle');
      return action;
    } catch (thrown) {
      setProblem(readProblem(thrown));
      setPhase('failed');
      return null;
    }
  }, []);

  const dismiss = React.useCallback(() => {
    setProblem(null);
    setPhase('idle');
  }, []);

  return { phase, busy: phase === 'sending' || phase === 'recording' || phase === 'slow', problem, record, dismiss };
}
