import { Flex } from '@strapi/design-system';

import type { QuestionView } from '../../../shared/questions-contract';
import { Mark } from '../components/Mark';
import { useText } from '../text/useText';

/** How a question stands, in words. */
export const QuestionMarks = ({ question }: { question: QuestionView }) => {
  const { t } = useText();
  const isLate = question.isLate && (question.state === 'OPEN' || question.state === 'ANSWERED');
  return (
    <Flex gap={1} wrap="wrap">
      <Mark tone={question.state === 'ANSWERED' ? 'good' : 'plain'}>{t(`questions.state.${question.state}`)}</Mark>
      {isLate && <Mark tone="warn">{t('questions.late')}</Mark>}
      {question.isExternal && <Mark>{t('questions.external')}</Mark>}
      {question.state === 'OPEN' && question.extensions.some(({ state }) => state === 'PENDING') && (
        <Mark tone="warn">{t('questions.moreTimeWaits')}</Mark>
      )}
    </Flex>
  );
};
