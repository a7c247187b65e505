import { Box, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';

import type { QuestionView } from '../../../shared/questions-contract';
import { ClockBadge } from '../clocks/ClockBadge';
import { WarnText } from '../components/WarnText';
import { useText } from '../text/useText';
import { questionUrl } from './questionUrl';

/** Before a task is completed: which of its questions have no answer yet. It does not stop anybody. */
export const OpenQuestions = ({ questions }: { questions: QuestionView[] }) => {
  const { t } = useText();
  if (questions.length === 0) return null;
  return (
    <Box
      role="note"
      aria-label={t('questions.openWarning')}
      background="warning100"
      borderColor="warning200"
      hasRadius
      padding={3}
      marginTop={3}
    >
      <WarnText fontWeight="bold" tag="p">
        {t('questions.openWarning')}
      </WarnText>
      <ul style={{ display: 'grid', gap: 8, padding: '8px 0' }}>
        {questions.map((question) => (
          <li key={question.id}>
            <Link tag={RouterLink} to={questionUrl(question.id)}>
              {question.toUnit.name}
            </Link>
            <ClockBadge clock={question.clock} />
          </li>
        ))}
      </ul>
      <Typography variant="pi" textColor="neutral800" tag="p">
        {t('questions.openWarningHint')}
      </Typography>
    </Box>
  );
};
