/** A case that is tried by hand: what was done so far, where it stands, and what is wrong. It ends when the page is left. */
import * as React from 'react';

import type {
  RecordedStepAnswer,
  ScenarioStep,
  StartedRecording,
  TrialHttpAnswer,
  TrialObservation,
} from '../../../../../shared/trials-contract';
import { type Problem, readProblem, refusal } from '../../../api/problem';
import { post, remove } from '../../../api/send';

export interface DoneStep {
  step: ScenarioStep;
  answer: RecordedStepAnswer;
  before: TrialObservation | null;
}

export interface TrialRecording {
  done: DoneStep[];
  last: RecordedStepAnswer | null;
  busy: boolean;
  problem: Problem | null;
  /** what other systems say from the next step on */
  http: TrialHttpAnswer[];
  answerHttp(answers: TrialHttpAnswer[]): void;
  /** true when it was done */
  start(at: string, step: ScenarioStep): Promise<boolean>;
  act(step: ScenarioStep): Promise<boolean>;
}

export function useRecording(draftId: string): TrialRecording {
  const id = React.useRef<string | null>(null);
  const [done, setDone] = React.useState<DoneStep[]>([]);
  const [busy, setBusy] = React.useState(false);
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const [http, answerHttp] = React.useState<TrialHttpAnswer[]>([]);
  const [said, setSaid] = React.useState(http);
  const last = done.at(-1)?.answer ?? null;
  const before = last?.seen ?? null;
  React.useEffect(
    () => () => {
      // Best effort: one that is not ended here is closed by the server after a while.
      if (id.current) remove(`/recordings/${id.current}`).catch(() => undefined);
    },
    [],
  );

  const trying = async (work: () => Promise<void>): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (thrown) {
      setProblem(readProblem(thrown));
      return false;
    } finally {
      setBusy(false);
    }
  };

  const send = async (given: ScenarioStep) => {
    const step = http === said ? given : { ...given, http };
    const answer = await post<RecordedStepAnswer>(`/recordings/${id.current}/steps`, { step });
    const { refused } = answer.result;
    if (refused) throw refusal(refused.code, answer.result.verdicts[0] ?? refused);
    setSaid(http);
    setDone((list) => [...list, { step, answer, before }]);
  };

  return {
    done,
    last,
    busy,
    problem,
    http,
    answerHttp,
    start: (at, step) =>
      trying(async () => {
        if (!id.current) id.current = (await post<StartedRecording>(`/drafts/${draftId}/recordings`, { at })).id;
        await send(step);
      }),
    act: (step) => trying(() => send(step)),
  };
}
