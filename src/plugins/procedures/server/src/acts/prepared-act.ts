// Owns what is known of an act before it is staged: checked values, the event it means, what decisions say of it, and
// the variables that will cross.
import type { EventDefinition } from '../packages/types';
import type { NewSealing } from '../sealing/seal-people';
import type { ActionPayload } from '../storage/rows';

export interface PreparedAct {
  event: EventDefinition;
  businessAt: Date;
  lateReason: string | null;
  payload: ActionPayload;
  /** What was sealed of it, to be written in the act's transaction. */
  sealed: { sealings: NewSealing[]; isDue: boolean };
  /** What would cross, over the record as the act leaves it. Evaluated when asked: a start asks over more. */
  variables(): Record<string, unknown>;
}
