import { Box, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { Figure } from '../../../../shared/boards-contract';
import { Card } from '../../components/Card';
import { useText } from '../../text/useText';
import { BoardTable } from './BoardGrid';
import { FigureLink } from './FigureLink';
import { type Pattern, type PlotColor, PlotPattern } from './PlotPatterns';

export interface Part {
  id: string;
  name: string;
  color: PlotColor;
  pattern: Pattern;
}

interface Props {
  title: string;
  about: string;
  rowName: string;
  parts: Part[];
  rows: { id: string; name: string; figures: Figure[] }[];
  children: React.ReactNode;
}

/** A plot with its legend above it and its numbers, each opening its list, in a table behind it. */
export const PlotFrame = ({ title, about, rowName, parts, rows, children }: Props) => {
  const { t } = useText();
  const legend = React.useId().replaceAll(':', '');
  return (
    <Card title={title}>
      <Typography variant="pi" textColor="neutral600" tag="p">
        {about}
      </Typography>
      <Flex gap={4} wrap="wrap" paddingTop={2} paddingBottom={2} aria-hidden>
        {parts.map(({ id, name, color, pattern }) => (
          <Flex key={id} gap={1}>
            <svg width="16" height="16" aria-hidden>
              <PlotPattern id={`${legend}-${id}`} color={color} pattern={pattern} />
              <rect width="16" height="16" rx="2" fill={`url(#${legend}-${id})`} />
            </svg>
            <Typography variant="pi">{name}</Typography>
          </Flex>
        ))}
      </Flex>
      {children}
      <Box tag="details" paddingTop={3}>
        <Typography tag="summary" style={{ cursor: 'pointer' }}>
          {t('boards.plot.numbers')}
        </Typography>
        <BoardTable aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{rowName}</th>
              {parts.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Typography style={{ overflowWrap: 'anywhere' }}>{row.name}</Typography>
                </th>
                {row.figures.map((figure, at) => (
                  <td key={parts[at].id} data-name={parts[at].name}>
                    <FigureLink figure={figure} label={`${row.name}, ${parts[at].name}`} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </BoardTable>
      </Box>
    </Card>
  );
};
