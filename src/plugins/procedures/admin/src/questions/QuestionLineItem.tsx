import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';

import type { QuestionLine } from '../../../shared/questions-contract';
import { ClockBadge } from '../clocks/ClockBadge';
import { Mark } from '../components/Mark';
import { useText } from '../text/useText';
import { questionUrl } from './questionUrl';

/** One thing that waits: who asks whom, about what, who has taken it, by when. */
export const QuestionLineItem = ({ line }: { line: QuestionLine }) => {
  const { t } = useText();
  return (
    <Box tag="li" padding={4} borderColor="neutral150" borderStyle="solid" borderWidth="0 0 1px 0">
      <Flex gap={4} wrap="wrap" alignItems="flex-start" justifyContent="space-between">
        <Box style={{ flex: '1 1 28rem', minWidth: 0 }}>
          <Link tag={RouterLink} to={questionUrl(line.id)} style={{ overflowWrap: 'anywhere' }}>
            {t('questions.fromTo', { from: line.fromUnit.name, to: line.toUnit.name })}
          </Link>
          <Typography tag="p" style={{ overflowWrap: 'anywhere' }}>
            {[line.bookNo, line.caseTitle].filter(Boolean).join(' · ')}
          </Typography>
          <Flex gap={2} wrap="wrap" paddingTop={1}>
            <Mark tone={line.waitsFor === 'DECISION' ? 'warn' : 'plain'}>{t(`questions.waits.${line.waitsFor}`)}</Mark>
            <Typography variant="pi" textColor="neutral600">
              {line.assignee ? t('questions.takenBy', { name: line.assignee.name }) : t('questions.takenByNobody')}
            </Typography>
          </Flex>
        </Box>
        <Box style={{ flex: '0 1 26rem', minWidth: 0 }}>
          <ClockBadge clock={line.clock} />
        </Box>
      </Flex>
    </Box>
  );
};
