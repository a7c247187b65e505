import { css, styled } from 'styled-components';

import { HEAT_COLORS } from './heatColors';
import { Paper } from './Paper';

const heat = HEAT_COLORS.map(
  (color, n) => css`
    .procedures-heat-${n + 1}:not(.djs-connection) .djs-visual > :nth-child(1) {
      fill: ${color} !important;
    }
  `,
);

/** Colours of a position are the same on every page; the label on the element says the same in words. */
export const DiagramFrame = styled(Paper)`
  border-radius: 4px;

  .procedures-active:not(.djs-connection) .djs-visual > :nth-child(1) {
    stroke: #4945ff !important;
    stroke-width: 3px !important;
    fill: #eeeeff !important;
  }
  .procedures-stuck:not(.djs-connection) .djs-visual > :nth-child(1) {
    stroke: #b72b1a !important;
    stroke-width: 3px !important;
    fill: #fcecea !important;
  }
  .procedures-done:not(.djs-connection) .djs-visual > :nth-child(1) {
    stroke: #2f6846 !important;
    fill: #eafbe7 !important;
  }
  .procedures-done.djs-connection .djs-visual > path {
    stroke: #2f6846 !important;
    stroke-width: 2.5px !important;
  }
  ${heat}
  .procedures-heat {
    background: #22242a;
    color: #fff;
    font: 600 11px/18px sans-serif;
    padding: 0 6px;
    border-radius: 9px;
    white-space: nowrap;
  }
  .procedures-here {
    background: #4945ff;
    color: #fff;
    font: 600 12px/20px sans-serif;
    padding: 0 8px;
    border-radius: 10px;
    white-space: nowrap;
  }
  .procedures-here-stuck {
    background: #b72b1a;
  }
`;
