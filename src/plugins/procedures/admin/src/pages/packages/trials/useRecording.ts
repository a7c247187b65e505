/** A case that is tried by hand: what was done so far, where it stands, and what is wrong. It ends when the page is left. */
import * as React from 'react';

import type {
  RecordedStepAnswer,
  ScenarioStep,
  StartedRecording,
  TrialHttpAnswer,
  TrialObservation,
} from '../../../../../shared/trials-contract';
import { type Problem, refusal } from '../../../api/problem';
import { post, remove } from '../../../api/send';
import { useSending } from '../../../api/useSending';

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
  const { busy, problem, run } = useSending();
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
      run(async () => {
        if (!id.current) id.current = (await post<StartedRecording>(`/drafts/${draftId}/recordings`, { at })).id;
        await send(step);
      }),
    act: (step) => run(() => send(step)),
  };
}
