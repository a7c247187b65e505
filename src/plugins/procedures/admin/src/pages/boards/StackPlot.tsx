import { Box, Typography } from '@strapi/design-system';
import * as React from 'react';
import { Link } from 'react-router-dom';

import type { Figure } from '../../../../shared/boards-contract';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { type Part, PlotFrame } from './PlotFrame';
import { PlotPattern } from './PlotPatterns';

export type { Part };

interface Props {
  title: string;
  about: string;
  rowName: string;
  parts: Part[];
  rows: { id: string; name: string; figures: Figure[] }[];
}

const WIDTH = 1000;
const BAR = 20;

/** Rows of stacked bars, all to one scale. The table behind them is what a keyboard and a screen reader use. */
export const StackPlot = ({ title, about, rowName, parts, rows }: Props) => {
  const { t } = useText();
  const fills = React.useId().replaceAll(':', '');
  const sums = rows.map(({ figures }) => figures.reduce((sum, { value }) => sum + value, 0));
  const most = Math.max(1, ...sums);
  const filled = rows.map((row, at) => ({ row, sum: sums[at] }));
  return (
    <PlotFrame title={title} about={about} rowName={rowName} parts={parts} rows={rows}>
      {rows.length === 0 && <Typography textColor="neutral600">{t('boards.plot.none')}</Typography>}
      <Box aria-hidden>
        {filled.map(({ row, sum }, line) => {
          let left = 0;
          return (
            <Box key={row.id} paddingBottom={2}>
              <Typography variant="pi" style={{ overflowWrap: 'anywhere' }}>
                {row.name}: {sum}
              </Typography>
              <svg
                role="presentation"
                viewBox={`0 0 ${WIDTH} ${BAR}`}
                width="100%"
                height={BAR}
                preserveAspectRatio="none"
                style={{ display: 'block' }}
              >
                {parts.map((part, at) => {
                  const { value, list } = row.figures[at];
                  const width = (value / most) * WIDTH;
                  const start = left;
                  left += width;
                  return value === 0 ? null : (
                    <Link key={part.id} to={`${PAGES_ROOT}/${list}`} tabIndex={-1}>
                      <PlotPattern id={`${fills}-${line}-${at}`} color={part.color} pattern={part.pattern} />
                      <rect x={start} width={Math.max(0, width - 2)} height={BAR} fill={`url(#${fills}-${line}-${at})`}>
                        <title>{`${part.name}: ${value}`}</title>
                      </rect>
                    </Link>
                  );
                })}
              </svg>
            </Box>
          );
        })}
      </Box>
    </PlotFrame>
  );
};
