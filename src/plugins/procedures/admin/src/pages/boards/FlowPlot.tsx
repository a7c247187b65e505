import { Box } from '@strapi/design-system';
import * as React from 'react';
import { Link } from 'react-router-dom';
import { useTheme } from 'styled-components';

import type { BoardPlots, Figure } from '../../../../shared/boards-contract';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { type Part, PlotFrame } from './PlotFrame';
import { PlotPattern } from './PlotPatterns';

const HEIGHT = 140;
const WEEK = 56;
const BAR = 20;

const dayMonth = (day: string) => `${day.slice(8)}/${day.slice(5, 7)}`;

/** What came in and what was done, week by week. */
export const FlowPlot = ({ flow }: Pick<BoardPlots, 'flow'>) => {
  const { t } = useText();
  const { colors } = useTheme();
  const fills = React.useId().replaceAll(':', '');
  const parts: Part[] = [
    { id: 'in', name: t('boards.plot.in'), color: 'primary600', pattern: 'solid' },
    { id: 'out', name: t('boards.plot.out'), color: 'success500', pattern: 'stripes' },
  ];
  const rows = flow.map(({ from, to, opened, done }) => ({
    id: from,
    name: `${dayMonth(from)}–${dayMonth(to)}`,
    figures: [opened, done],
  }));
  const most = Math.max(1, ...rows.flatMap(({ figures }) => figures.map(({ value }) => value)));
  const bar = (figure: Figure, left: number, part: Part) => {
    const height = (figure.value / most) * (HEIGHT - 20);
    if (figure.value === 0) return null;
    return (
      <Link key={part.id} to={`${PAGES_ROOT}/${figure.list}`} tabIndex={-1}>
        <rect x={left} y={HEIGHT - height} width={BAR} height={height} fill={`url(#${fills}-${part.id})`}>
          <title>{`${part.name}: ${figure.value}`}</title>
        </rect>
        <text x={left + BAR / 2} y={HEIGHT - height - 4} textAnchor="middle" fontSize="11" fill={colors.neutral800}>
          {figure.value}
        </text>
      </Link>
    );
  };
  return (
    <PlotFrame
      title={t('boards.plot.flow')}
      about={t('boards.plot.flowAbout')}
      rowName={t('boards.plot.week')}
      parts={parts}
      rows={rows}
    >
      <Box aria-hidden style={{ overflowX: 'auto' }}>
        <svg
          viewBox={`0 0 ${flow.length * WEEK} ${HEIGHT + 20}`}
          width="100%"
          role="presentation"
          style={{ display: 'block', minWidth: flow.length * 36, maxWidth: flow.length * 110 }}
        >
          {parts.map((part) => (
            <PlotPattern key={part.id} id={`${fills}-${part.id}`} color={part.color} pattern={part.pattern} />
          ))}
          <line x1="0" x2={flow.length * WEEK} y1={HEIGHT} y2={HEIGHT} stroke={colors.neutral300} />
          {flow.map(({ from, opened, done }, at) => (
            <g key={from}>
              {bar(opened, at * WEEK + 6, parts[0])}
              {bar(done, at * WEEK + 6 + BAR + 2, parts[1])}
              <text x={at * WEEK + WEEK / 2} y={HEIGHT + 15} textAnchor="middle" fontSize="11" fill={colors.neutral600}>
                {dayMonth(from)}
              </text>
            </g>
          ))}
        </svg>
      </Box>
    </PlotFrame>
  );
};
