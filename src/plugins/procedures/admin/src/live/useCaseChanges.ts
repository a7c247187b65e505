import * as React from 'react';

import { useLiveEvents } from './useLiveEvents';

/** One act is written in several steps; they are read together. */
const TOGETHER_MS = 150;

/**
 * Calls `changed` when something of a case has changed that its page shows. A page that nobody looks at waits until
 * somebody does: what it reads is a look at a person's data, and is recorded as such.
 */
export function useCaseChanges(caseId: string | null, changed: () => void): void {
  const current = React.useRef(changed);
  current.current = changed;
  const waits = React.useRef(false);
  const timer = React.useRef<ReturnType<typeof setTimeout>>();
  const look = React.useCallback(() => {
    waits.current = document.visibilityState !== 'visible';
    if (waits.current) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => current.current(), TOGETHER_MS);
  }, []);

  useLiveEvents('cases', ({ ids }) => {
    if (caseId !== null && (!ids || ids.includes(caseId))) look();
  });
  React.useEffect(() => {
    const seen = () => {
      if (waits.current) look();
    };
    document.addEventListener('visibilitychange', seen);
    return () => {
      document.removeEventListener('visibilitychange', seen);
      clearTimeout(timer.current);
    };
  }, [look]);
}
