import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { ClockState, ClockView } from '../../../shared/contracts';
import { useText } from '../text/useText';
import { ClockRow } from './ClockRow';

const Line = styled(Box)`
  & + & {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

const ORDER: Record<ClockState, number> = { RUNNING: 0, PAUSED: 1, MISSED: 2, MET: 3, SUPERSEDED: 4 };

/** Living clocks first, the nearest due on top. */
export const ClockList = ({ clocks }: { clocks: ClockView[] }) => {
  const { t } = useText();
  if (clocks.length === 0) return <Typography textColor="neutral600">{t('clock.none')}</Typography>;
  const sorted = [...clocks].sort((a, b) => ORDER[a.state] - ORDER[b.state] || a.dueAt.localeCompare(b.dueAt));
  return (
    <Box>
      {sorted.map((clock) => (
        <Line key={clock.id}>
          <ClockRow clock={clock} />
        </Line>
      ))}
    </Box>
  );
};
