import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';

import type { QuestionView } from '../../../shared/questions-contract';
import { ClockBadge } from '../clocks/ClockBadge';
import { useText } from '../text/useText';
import { QuestionMarks } from './QuestionMarks';
import { QuestionTimes } from './QuestionTimes';
import { questionUrl } from './questionUrl';

const SHOWN = 300;
const short = (text: string) => ([...text].length > SHOWN ? `${[...text].slice(0, SHOWN).join('')}…` : text);

/** One question in the panel: of whom, how it stands, by when, what was asked and answered. */
export const QuestionItem = ({ question }: { question: QuestionView }) => {
  const { t } = useText();
  return (
    <Box tag="li" paddingTop={3} paddingBottom={3} borderColor="neutral150" borderStyle="solid" borderWidth="1px 0 0 0">
      <Flex gap={2} wrap="wrap" alignItems="baseline" justifyContent="space-between">
        <Link
          tag={RouterLink}
          to={questionUrl(question.id)}
          aria-label={t('questions.openOf', { unit: question.toUnit.name })}
        >
          {question.toUnit.name}
        </Link>
        <QuestionMarks question={question} />
      </Flex>
      {question.state === 'OPEN' && question.clock && (
        <Box paddingTop={1} style={{ maxWidth: '32rem' }}>
          <ClockBadge clock={question.clock} />
        </Box>
      )}
      {question.question && (
        <Typography tag="p" paddingTop={1} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {short(question.question)}
        </Typography>
      )}
      {question.answer && (
        <Box paddingTop={2} paddingLeft={3}>
          <Typography variant="sigma" textColor="neutral600" tag="p">
            {t('questions.card.answer')}
          </Typography>
          <Typography tag="p" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {short(question.answer)}
          </Typography>
        </Box>
      )}
      <Box paddingTop={2}>
        <QuestionTimes question={question} />
      </Box>
    </Box>
  );
};
