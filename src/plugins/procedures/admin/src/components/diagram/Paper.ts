import { styled } from 'styled-components';

/** A canvas is paper: white in the dark theme too, or drawn labels vanish. */
export const Paper = styled.div<{ $height: number }>`
  position: relative;
  height: ${({ $height }) => $height}px;
  background: #fff;
  color: #22242a;
  color-scheme: light;
  overflow: hidden;
`;
