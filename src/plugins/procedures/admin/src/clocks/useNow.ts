/** The present, moving: one shared timer for every clock on the page. */
import * as React from 'react';

const STEP_MS = 20_000;
const listeners = new Set<() => void>();
let now = new Date();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = new Date();
    for (const each of listeners) each();
  }, STEP_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

function current(): Date {
  // Before the first tick, or after an hour without clocks, the kept instant is stale.
  if (Date.now() - now.getTime() > STEP_MS * 2) now = new Date();
  return now;
}

export function useNow(): Date {
  return React.useSyncExternalStore(subscribe, current);
}
