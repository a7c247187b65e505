// Owns when a run of scenarios is still on its way.
import type { TrialRunView } from '../../../shared/trials-contract';

export const isGoingOn = (run: TrialRunView | undefined): run is TrialRunView =>
  run?.state === 'STARTING' || run?.state === 'RUNNING';
