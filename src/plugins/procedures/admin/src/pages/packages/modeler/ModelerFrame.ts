import { styled } from 'styled-components';

/** The canvas is paper in the dark theme too, or drawn labels vanish. Marks say in a sign what they say in colour. */
export const ModelerFrame = styled.div`
  flex: 1;
  min-height: 0;
  background: #fff;
  color: #22242a;
  color-scheme: light;
  border-radius: 4px;
  overflow: hidden;

  .procedures-error:not(.djs-connection) .djs-visual > :nth-child(1) {
    stroke: #b72b1a !important;
    stroke-width: 3px !important;
  }
  .procedures-warning:not(.djs-connection) .djs-visual > :nth-child(1) {
    stroke: #be5d01 !important;
  }
  .procedures-badge {
    width: 20px;
    height: 20px;
    border-radius: 10px;
    color: #fff;
    font: 700 14px/20px sans-serif;
    text-align: center;
    background: #be5d01;
  }
  .procedures-badge-error {
    background: #b72b1a;
  }
  .procedures-lock {
    padding: 0 4px;
    border-radius: 4px;
    background: #f6f6f9;
    color: #32324d;
    font: 10px/14px sans-serif;
    white-space: nowrap;
  }
`;
