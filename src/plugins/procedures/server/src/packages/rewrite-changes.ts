// Owns the notes that a rewrite leaves behind, so that unrewriting restores the stored model exactly.

export type ModelChange =
  /** An extension element that is not for the broker. `attributes` are its own. */
  | { kind: 'extensionRemoved'; element: string; type: string; index: number; attributes: Record<string, unknown> }
  /** A message that got `zeebe:subscription`; `previous` is its empty key, null when there was no such element. */
  | { kind: 'subscriptionAdded'; message: string; previous: { correlationKey: string | null } | null }
  /** A landing pad on a flow into a parallel join. */
  | { kind: 'landingPadAdded'; flow: string; pad: string; padFlow: string }
  /** The name that a required decision is known by in the decisions that need it. */
  | { kind: 'decisionVariableAdded'; decision: string; previous: { id: string | null } | null };

export const LANDING_PAD_PREFIX = 'lp_';

/** True for the ids of elements that only the deployed model has. */
export const isLandingPad = (elementId: string): boolean => elementId.startsWith(LANDING_PAD_PREFIX);
