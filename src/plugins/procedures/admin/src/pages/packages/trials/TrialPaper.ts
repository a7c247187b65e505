import { styled } from 'styled-components';

import { Paper } from '../../../components/diagram/Paper';

/** Passed is a full green line, left out a red dashed one: the shape of the line says it too. */
export const TrialPaper = styled(Paper)`
  .trial-passed:not(.djs-connection) .djs-visual > :nth-child(1) {
    stroke: #2f6846 !important;
    fill: #eafbe7 !important;
  }
  .trial-passed.djs-connection .djs-visual > path {
    stroke: #2f6846 !important;
    stroke-width: 3px !important;
  }
  .trial-here .djs-visual > :nth-child(1) {
    stroke: #4945ff !important;
    stroke-width: 4px !important;
    fill: #eeeeff !important;
  }
  .trial-missed .djs-visual > :nth-child(1),
  .trial-left .djs-visual > :nth-child(1) {
    stroke: #b72b1a !important;
    stroke-width: 2.5px !important;
    stroke-dasharray: 6 4;
  }
`;
