/**
 * What on the page would be lost by going elsewhere in the panel: whoever holds it says so here, and LeaveGuard asks. The
 * browser's own question (useLeaveWarning) hears nothing of links inside of the panel.
 */
import * as React from 'react';

import type { TextKey } from '../text/useText';

/** The words of the question. */
export interface Loss {
  title: TextKey;
  about: TextKey;
  stay: TextKey;
  go: TextKey;
  /** what of the address, on the same page, leads elsewhere too: the tab in which it is typed, for instance */
  within?: readonly string[];
}

/** Something typed that is nowhere else. */
export const TYPED: Loss = {
  title: 'abandon.title',
  about: 'abandon.about',
  stay: 'abandon.stay',
  go: 'abandon.leave',
};

let losses: readonly Loss[] = [];
const listeners = new Set<() => void>();
function become(next: readonly Loss[]): void {
  losses = next;
  for (const listener of listeners) listener();
}

export const currentLosses = (): readonly Loss[] => losses;
export function onLosses(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** As long as `holds`, leaving for another page, or for another thing in the panel beside a list, is asked about. */
export function useAskBeforeLeaving(holds: boolean, words: Loss): void {
  React.useEffect(() => {
    if (!holds) return undefined;
    const mine = { ...words };
    become([...losses, mine]);
    return () => become(losses.filter((one) => one !== mine));
  }, [holds, words]);
}
