/** Owns the reading of what waits for the person: questions to answer, more time to decide on. */
import type { QuestionInbox } from '../../../shared/questions-contract';
import { type Resource, useResource } from '../api/useResource';
import { useLiveEvents } from '../live/useLiveEvents';

export function useQuestionInbox(): Resource<QuestionInbox> {
  const inbox = useResource<QuestionInbox>('/questions', { refreshMs: 60_000 });
  useLiveEvents('questions', () => inbox.reload());
  return inbox;
}
