/** All clocks of a case on one axis of time; every line opens what its due is made of, and a table says the same in words. */
import { Box, Flex, IconButton, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import * as React from 'react';

import type { ClockView } from '../../../shared/contracts';
import { Empty } from '../components/Empty';
import { type TextKey, useText } from '../text/useText';
import { formatInstant } from '../time/instants';
import { Axis, ChartFrame, NowLine, Tick } from './ClockTimelineFrame';
import { ClockTimelineRow } from './ClockTimelineRow';
import { ClockTimelineTable } from './ClockTimelineTable';
import { type AxisZoom, inChains, rangeOf, shareOf, ticksOf, wholeRange } from './clockAxis';
import { useNow } from './useNow';

const ZOOMS: readonly AxisZoom[] = ['all', 'month', 'week', 'day'];
const STEP: Record<AxisZoom, number> = { all: 0, month: 15, week: 3, day: 0.5 };

export const ClockTimeline = ({ clocks }: { clocks: ClockView[] }) => {
  const { t } = useText();
  const now = useNow();
  const [zoom, setZoom] = React.useState<AxisZoom>('all');
  const [center, setCenter] = React.useState(() => now.getTime());
  const rows = React.useMemo(() => inChains(clocks), [clocks]);
  if (clocks.length === 0) return <Empty title={t('clock.none')}>{t('clockline.emptyHint')}</Empty>;
  const whole = wholeRange(clocks, now);
  const range = rangeOf(zoom, center, whole);
  const nowAt = shareOf(range, now.getTime());
  const move = (direction: 1 | -1) =>
    setCenter((last) => Math.min(Math.max(last + direction * STEP[zoom] * 86_400_000, whole.from), whole.to));
  const keys = (event: React.KeyboardEvent) => {
    if (event.target !== event.currentTarget || zoom === 'all') return;
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      event.preventDefault();
      move(event.key === 'ArrowLeft' ? -1 : 1);
    }
  };
  return (
    <Box>
      <Flex gap={2} alignItems="center" wrap="wrap" paddingBottom={3}>
        <Box style={{ width: '16rem' }}>
          <SingleSelect
            size="S"
            aria-label={t('clockline.zoom')}
            value={zoom}
            onChange={(value: string | number) => setZoom(value as AxisZoom)}
          >
            {ZOOMS.map((one) => (
              <SingleSelectOption key={one} value={one}>
                {t(`clockline.zoom.${one}` as TextKey)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Box>
        {zoom !== 'all' && (
          <>
            <IconButton size="S" label={t('clockline.earlier')} onClick={() => move(-1)}>
              <ChevronLeft />
            </IconButton>
            <IconButton size="S" label={t('clockline.later')} onClick={() => move(1)}>
              <ChevronRight />
            </IconButton>
          </>
        )}
        <Typography variant="pi" textColor="neutral600">
          {formatInstant(new Date(range.from))} – {formatInstant(new Date(range.to))}
        </Typography>
      </Flex>
      <ChartFrame tabIndex={0} role="group" aria-label={t('clockline.label')} onKeyDown={keys}>
        <Axis aria-hidden>
          {ticksOf(range).map((tick) => (
            <Tick key={tick.at} style={{ left: `${shareOf(range, tick.at) * 100}%` }}>
              {tick.label}
            </Tick>
          ))}
          {nowAt >= 0 && nowAt <= 1 && (
            <NowLine style={{ left: `${nowAt * 100}%` }}>
              {/* At either end of the axis the word stays within it. */}
              <span style={{ transform: `translateX(${-nowAt * 100}%)` }}>{t('clockline.now')}</span>
            </NowLine>
          )}
        </Axis>
        <ul>
          {rows.map((clock) => (
            <ClockTimelineRow
              key={clock.id}
              clock={clock}
              range={range}
              now={now}
              follows={rows.some((one) => one.supersededBy === clock.id)}
            />
          ))}
        </ul>
      </ChartFrame>
      <ClockTimelineTable clocks={rows} now={now} />
    </Box>
  );
};
