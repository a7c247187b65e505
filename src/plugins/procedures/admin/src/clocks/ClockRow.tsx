import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { ClockView } from '../../../shared/contracts';
import { Mark } from '../components/Mark';
import { useText } from '../text/useText';
import { formatInstant } from '../time/instants';
import { ClockBar } from './ClockBar';
import { ClockFacts } from './ClockFacts';
import { ClockWords } from './ClockWords';
import { describeClock } from './describeClock';
import { useNow } from './useNow';

const Details = styled.details`
  summary {
    cursor: pointer;
    list-style-position: inside;
    font-size: 1.2rem;
    color: ${({ theme }) => theme.colors.neutral600};
    border-radius: 4px;
  }
  summary:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

/** A clock on its own line, with everything about it one click away. */
export const ClockRow = ({ clock }: { clock: ClockView }) => {
  const { t, pick, language } = useText();
  const description = describeClock(clock, useNow(), language);
  return (
    <Flex direction="column" alignItems="stretch" gap={1} paddingTop={2} paddingBottom={2}>
      <Flex justifyContent="space-between" alignItems="baseline" gap={3} wrap="wrap">
        <Flex gap={2} wrap="wrap">
          <Typography fontWeight="bold">{pick(clock.title)}</Typography>
          {clock.tracking === 'EXTERNAL' && <Mark>{t('clock.external')}</Mark>}
          {clock.confirmation?.state === 'UNCONFIRMED' && <Mark>{t('confirmation.UNCONFIRMED')}</Mark>}
          {clock.confirmation === null && <Mark>{t('clock.own')}</Mark>}
        </Flex>
        <ClockWords description={description} />
      </Flex>
      <ClockBar tone={description.tone} ratio={description.ratio} />
      <Details>
        <summary>
          {description.word} · {t('clock.dueAt', { instant: formatInstant(clock.dueAt) })} · {t('clock.how')}
        </summary>
        <Box paddingTop={2}>
          <ClockFacts clock={clock} />
        </Box>
      </Details>
    </Flex>
  );
};
