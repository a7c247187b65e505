import { Box, Tooltip, Typography } from '@strapi/design-system';

import type { ClockView } from '../../../shared/contracts';
import { useText } from '../text/useText';
import { ClockBar } from './ClockBar';
import { ClockFacts } from './ClockFacts';
import { ClockWords } from './ClockWords';
import { describeClock } from './describeClock';
import { useNow } from './useNow';

/** A clock in a list: rule name, time left, bar; the rest on hover. */
export const ClockBadge = ({ clock }: { clock: ClockView | null }) => {
  const { t, pick, language } = useText();
  const now = useNow();
  if (!clock) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {t('clock.none')}
      </Typography>
    );
  }
  const description = describeClock(clock, now, language);
  return (
    <Tooltip label={<ClockFacts clock={clock} inherit />} side="left">
      <Box tag="span" style={{ display: 'block', minWidth: 0 }}>
        <ClockWords description={description} />
        <Box tag="span" style={{ display: 'block' }} paddingTop={1} paddingBottom={1}>
          <ClockBar tone={description.tone} ratio={description.ratio} />
        </Box>
        <Typography variant="pi" textColor="neutral600" ellipsis style={{ display: 'block' }}>
          {pick(clock.title)}
        </Typography>
      </Box>
    </Tooltip>
  );
};
