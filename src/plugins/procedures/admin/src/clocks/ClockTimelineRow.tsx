import { Box, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { ClockView } from '../../../shared/contracts';
import { useText } from '../text/useText';
import { ClockFacts } from './ClockFacts';
import { Amber, Bar, Due, Pause, Stop, Track } from './ClockTimelineFrame';
import { ClockWords } from './ClockWords';
import { type AxisRange, barOf, endOf, shareOf } from './clockAxis';
import { describeClock } from './describeClock';

interface Props {
  clock: ClockView;
  range: AxisRange;
  now: Date;
  /** it stands in the place of the clock above */
  follows: boolean;
}

const percent = (share: number) => `${share * 100}%`;

/** One clock: its name, which opens how its due was computed, and its line. */
export const ClockTimelineRow = ({ clock, range, now, follows }: Props) => {
  const { t, pick, language } = useText();
  const [open, setOpen] = React.useState(false);
  const id = React.useId();
  const at = (instant: string) => new Date(instant).getTime();
  const description = describeClock(clock, now, language);
  const due = at(clock.dueAt);
  const end = endOf(clock, now);
  const bar = barOf(range, at(clock.startAt), Math.min(end, due));
  const over = end > due ? barOf(range, due, end) : null;
  const isSeen = (share: number) => share >= 0 && share <= 1;
  const stop = clock.stoppedAt && clock.state !== 'SUPERSEDED' ? shareOf(range, at(clock.stoppedAt)) : null;
  return (
    <li>
      <Box style={{ minWidth: 0 }} paddingLeft={follows ? 4 : 0}>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          style={{ textAlign: 'left', width: '100%', minHeight: 24 }}
        >
          <Typography
            variant="pi"
            fontWeight="bold"
            textColor="neutral800"
            tag="span"
            style={{ overflowWrap: 'anywhere' }}
          >
            {follows ? '↳ ' : ''}
            {pick(clock.title)}
          </Typography>
          <Flex gap={2}>
            <ClockWords description={description} />
            <Typography variant="pi" textColor="primary600" style={{ textDecoration: 'underline' }}>
              {t('clock.how')}
            </Typography>
          </Flex>
        </button>
      </Box>
      <Track aria-hidden>
        {bar && <Bar $tone={description.tone} style={{ left: percent(bar.left), width: percent(bar.width) }} />}
        {over && <Bar $tone="red" $over style={{ left: percent(over.left), width: percent(over.width) }} />}
        {clock.pausedRanges.map((pause) => {
          const hatched = barOf(range, at(pause.from), pause.to ? at(pause.to) : now.getTime());
          return hatched ? (
            <Pause key={pause.from} style={{ left: percent(hatched.left), width: percent(hatched.width) }} />
          ) : null;
        })}
        {isSeen(shareOf(range, at(clock.amberAt))) && clock.state !== 'SUPERSEDED' && (
          <Amber style={{ left: percent(shareOf(range, at(clock.amberAt))) }} />
        )}
        {isSeen(shareOf(range, due)) && (
          <Due $struck={clock.state === 'SUPERSEDED'} style={{ left: percent(shareOf(range, due)) }} />
        )}
        {stop !== null && isSeen(stop) && (
          <Stop $late={clock.state === 'MISSED'} style={{ left: percent(stop) }}>
            {clock.state === 'MISSED' ? '!' : '✓'}
          </Stop>
        )}
      </Track>
      {open && (
        <Box id={id} paddingTop={2} paddingBottom={2} style={{ gridColumn: '1 / -1' }}>
          <ClockFacts clock={clock} />
          {clock.supersededReason && (
            <Typography variant="pi" tag="p" paddingTop={1}>
              {t('clockline.superseded', { reason: pick(clock.supersededReason) })}
            </Typography>
          )}
        </Box>
      )}
    </li>
  );
};
