import * as React from 'react';

/** The browser asks before it throws away what was typed and not yet recorded. */
export function useLeaveWarning(typed: boolean): void {
  React.useEffect(() => {
    if (!typed) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [typed]);
}
