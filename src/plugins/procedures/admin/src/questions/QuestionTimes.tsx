import type { QuestionView } from '../../../shared/questions-contract';
import { FactList } from '../components/FactList';
import { useText } from '../text/useText';
import { formatInstant } from '../time/instants';

/** When it was asked, seen and answered, and by whom: the same for both sides. */
export const QuestionTimes = ({ question }: { question: QuestionView }) => {
  const { t } = useText();
  const by = (person: { name: string } | null, at: string | null) =>
    at && (person ? t('questions.byAt', { name: person.name, instant: formatInstant(at) }) : formatInstant(at));
  const entered = question.answeredAt !== question.answerEnteredAt ? question.answerEnteredAt : null;
  const seen = by(question.seenBy, question.seenAt) ?? (question.state === 'OPEN' ? t('questions.notSeen') : null);
  return (
    <FactList
      facts={[
        [t('questions.asked'), by(question.askedBy, question.askedAt)],
        [t('questions.seen'), question.isExternal ? null : seen],
        [t('questions.assignee'), question.assignee?.name],
        [t('questions.answered'), by(question.answeredBy, question.answeredAt)],
        [t('questions.entered'), entered && formatInstant(entered)],
        [t('questions.lateReason'), question.lateReason],
        [t('questions.returnedAt'), question.state === 'RETURNED' ? question.closedReason : null],
        [t('questions.withdrawnAt'), question.state === 'WITHDRAWN' ? question.closedReason : null],
      ]}
    />
  );
};
