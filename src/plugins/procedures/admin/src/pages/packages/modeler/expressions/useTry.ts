/** Trying something on the engine: asked again while that one is being started, and given up when the page goes. */
import * as React from 'react';

import { type Problem, readProblem } from '../../../../api/problem';
import { post } from '../../../../api/send';

const ASK_AGAIN_MS = 1_500;

export interface Trying<Question, Answer> {
  /** null: nothing has been tried */
  tried: Answer | null;
  problem: Problem | null;
  busy: boolean;
  run(question: Question): void;
  /** what came of it holds no longer */
  clear(): void;
}

export function useTry<Question extends object, Answer extends { state: string }>(
  path: string,
): Trying<Question, Answer> {
  const [tried, setTried] = React.useState<Answer | null>(null);
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const [busy, setBusy] = React.useState(false);
  const round = React.useRef(0);
  React.useEffect(
    () => () => {
      round.current += 1;
    },
    [],
  );
  const run = (question: Question) => {
    round.current += 1;
    const own = round.current;
    setBusy(true);
    setProblem(null);
    const ask = async (): Promise<void> => {
      try {
        const answer = await post<Answer>(path, question);
        if (round.current !== own) return;
        setTried(answer);
        if (answer.state === 'STARTING') window.setTimeout(() => round.current === own && void ask(), ASK_AGAIN_MS);
        else setBusy(false);
      } catch (thrown) {
        if (round.current !== own) return;
        setTried(null);
        setProblem(readProblem(thrown));
        setBusy(false);
      }
    };
    void ask();
  };
  const clear = React.useCallback(() => {
    round.current += 1;
    setTried(null);
    setProblem(null);
    setBusy(false);
  }, []);
  return { tried, problem, busy, run, clear };
}
