import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { ClockView } from '../../../shared/contracts';
import { useText } from '../text/useText';
import { formatInstant } from '../time/instants';
import { describeClock } from './describeClock';

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  th,
  td {
    text-align: left;
    vertical-align: top;
    padding: 4px 12px 4px 0;
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  del {
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;
const Details = styled.details`
  summary {
    cursor: pointer;
    padding: 4px 0;
    border-radius: 4px;
    color: ${({ theme }) => theme.colors.primary600};
  }
  summary:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;

/** The same in words, for whoever does not see the lines. */
export const ClockTimelineTable = ({ clocks, now }: { clocks: ClockView[]; now: Date }) => {
  const { t, pick, language } = useText();
  const cell = (text: string) => (
    <td>
      <Typography variant="pi">{text}</Typography>
    </td>
  );
  return (
    <Details>
      <summary>
        <Typography variant="pi" textColor="primary600">
          {t('clockline.table')}
        </Typography>
      </summary>
      <Box style={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={t('clockline.table')}>
        <Table>
          <thead>
            <tr>
              {(['clockline.name', 'clock.start', 'clock.due', 'clockline.pauses', 'clockline.state'] as const).map(
                (key) => (
                  <th key={key} scope="col">
                    <Typography variant="pi" textColor="neutral600">
                      {t(key)}
                    </Typography>
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {clocks.map((clock) => {
              const { word, text } = describeClock(clock, now, language);
              const due = formatInstant(clock.dueAt);
              return (
                <tr key={clock.id}>
                  {cell(pick(clock.title))}
                  {cell(formatInstant(clock.startAt))}
                  <td>
                    <Typography variant="pi">{clock.state === 'SUPERSEDED' ? <del>{due}</del> : due}</Typography>
                  </td>
                  {cell(
                    clock.pausedRanges
                      .map(({ from, to }) => `${formatInstant(from)} – ${to ? formatInstant(to) : '…'}`)
                      .join('; ') || '–',
                  )}
                  {cell(
                    [
                      word,
                      clock.supersededReason ? pick(clock.supersededReason) : text,
                      clock.stoppedAt && formatInstant(clock.stoppedAt),
                    ]
                      .filter(Boolean)
                      .join(' · '),
                  )}
                </tr>
              );
            })}
          </tbody>
        </Table>
      </Box>
    </Details>
  );
};
