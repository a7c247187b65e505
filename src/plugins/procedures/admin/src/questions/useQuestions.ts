/**
 * questions/ owns what one unit asks another, as pages show it: the panel of a case or a task, the page of one question,
 * what waits for the reader. This file reads the questions of a case, and reads them again when one changes.
 */
import type { QuestionList } from '../../../shared/questions-contract';
import { type Resource, useResource } from '../api/useResource';
import { useLiveEvents } from '../live/useLiveEvents';

export function useQuestions(caseId: string | null): Resource<QuestionList> {
  const list = useResource<QuestionList>(caseId === null ? null : `/cases/${caseId}/questions`);
  useLiveEvents('questions', () => list.reload());
  return list;
}
