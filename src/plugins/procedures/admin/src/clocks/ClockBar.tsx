import { Box } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { ClockTone } from './describeClock';
import { TONE_BAR } from './tones';

const Track = styled(Box)`
  height: 4px;
  border-radius: 2px;
  overflow: hidden;
  background: ${({ theme }) => theme.colors.neutral200};
`;
const Fill = styled.div<{ $tone: ClockTone }>`
  height: 100%;
  border-radius: 2px;
  background: ${({ theme, $tone }) => theme.colors[TONE_BAR[$tone]]};
`;

/** Decoration: the words beside it say the same. */
export const ClockBar = ({ tone, ratio }: { tone: ClockTone; ratio: number }) => (
  <Track aria-hidden>
    <Fill $tone={tone} style={{ width: `${Math.round(ratio * 100)}%` }} />
  </Track>
);
