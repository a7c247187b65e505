/** The look of the time line of clocks: tracks, marks and lines, in theme colours so that light and dark follow. */
import { styled } from 'styled-components';

import type { ClockTone } from './describeClock';
import { TONE_BAR } from './tones';

/** Width of the names at the left of the axis; under 700 px they stand above their line. */
const NAMES = '24rem';

export const ChartFrame = styled.div`
  position: relative;
  /* room for the word above the line of now */
  margin-top: 20px;
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 4px;
    border-radius: 4px;
  }
  li {
    display: grid;
    grid-template-columns: ${NAMES} minmax(0, 1fr);
    align-items: center;
    column-gap: 12px;
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
    padding: 6px 0;
  }
  @media (max-width: 700px) {
    li {
      grid-template-columns: minmax(0, 1fr);
      row-gap: 4px;
    }
    /* The names stand on the axis here: its lines pass behind the words, not through them. */
    li > :first-child {
      position: relative;
      width: fit-content;
      max-width: 100%;
      background: ${({ theme }) => theme.colors.neutral0};
    }
  }
`;
export const Axis = styled.div`
  position: absolute;
  inset: 0 0 0 calc(${NAMES} + 12px);
  pointer-events: none;
  @media (max-width: 700px) {
    inset: 0;
  }
  & + ul {
    padding-top: 22px;
  }
`;
export const Tick = styled.span`
  position: absolute;
  top: 0;
  bottom: 0;
  border-left: 1px dashed ${({ theme }) => theme.colors.neutral200};
  padding-left: 4px;
  font-size: 1.2rem;
  color: ${({ theme }) => theme.colors.neutral600};
  white-space: nowrap;
`;
export const NowLine = styled.span`
  position: absolute;
  top: 0;
  bottom: 0;
  border-left: 2px solid ${({ theme }) => theme.colors.primary600};
  span {
    position: absolute;
    bottom: 100%;
    font-size: 1.2rem;
    font-weight: 600;
    color: ${({ theme }) => theme.colors.primary700};
    white-space: nowrap;
  }
`;
export const Track = styled.div`
  position: relative;
  height: 22px;
`;
export const Bar = styled.span<{ $tone: ClockTone; $over?: boolean }>`
  position: absolute;
  top: 7px;
  height: 8px;
  min-width: 2px;
  border-radius: 4px;
  background: ${({ theme, $tone }) => theme.colors[TONE_BAR[$tone]]};
  ${({ $over, theme }) => ($over ? `background: ${theme.colors.danger500};` : '')}
`;
/** A pause: hatched, so that it is no mere colour. */
export const Pause = styled.span`
  position: absolute;
  top: 4px;
  height: 14px;
  min-width: 3px;
  border: 1px solid ${({ theme }) => theme.colors.neutral600};
  border-radius: 2px;
  background: repeating-linear-gradient(
    45deg,
    ${({ theme }) => theme.colors.neutral0} 0 3px,
    ${({ theme }) => theme.colors.neutral500} 3px 5px
  );
`;
export const Amber = styled.span`
  position: absolute;
  top: 3px;
  width: 0;
  height: 0;
  margin-left: -4px;
  border: 4px solid transparent;
  border-top: 6px solid ${({ theme }) => theme.colors.warning600};
`;
export const Due = styled.span<{ $struck: boolean }>`
  position: absolute;
  top: 1px;
  height: 20px;
  width: 3px;
  margin-left: -1px;
  background: ${({ theme, $struck }) => theme.colors[$struck ? 'neutral500' : 'neutral800']};
  &::after {
    content: '${({ $struck }) => ($struck ? '✕' : '')}';
    position: absolute;
    left: -4px;
    top: 2px;
    font-size: 1.2rem;
    line-height: 1.6rem;
    font-weight: 700;
    color: ${({ theme }) => theme.colors.danger700};
  }
`;
export const Stop = styled.span<{ $late: boolean }>`
  position: absolute;
  top: 3px;
  width: 16px;
  height: 16px;
  margin-left: -8px;
  border-radius: 50%;
  background: ${({ theme, $late }) => theme.colors[$late ? 'danger600' : 'success600']};
  color: ${({ theme }) => theme.colors.neutral0};
  font-size: 1.1rem;
  line-height: 1.6rem;
  font-weight: 700;
  text-align: center;
`;
