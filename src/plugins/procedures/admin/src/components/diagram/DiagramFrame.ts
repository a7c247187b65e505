import { styled } from 'styled-components';

/**
 * The canvas is paper: white in the dark theme too, or drawn labels vanish. Colours of a position are the same on
 * every page; the label on the element says the same in words.
 */
export const DiagramFrame = styled.div<{ $height: number }>`
  position: relative;
  height: ${({ $height }) => $height}px;
  background: #fff;
  color: #22242a;
  color-scheme: light;
  border-radius: 4px;
  overflow: hidden;

  .procedures-active:not(.djs-connection) .djs-visual > :nth-child(1) {
    stroke: #4945ff !important;
    stroke-width: 3px !important;
    fill: #eeeeff !important;
  }
  .procedures-done:not(.djs-connection) .djs-visual > :nth-child(1) {
    stroke: #2f6846 !important;
    fill: #eafbe7 !important;
  }
  .procedures-done.djs-connection .djs-visual > path {
    stroke: #2f6846 !important;
    stroke-width: 2.5px !important;
  }
  .procedures-here {
    background: #4945ff;
    color: #fff;
    font: 600 12px/20px sans-serif;
    padding: 0 8px;
    border-radius: 10px;
    white-space: nowrap;
  }
`;
