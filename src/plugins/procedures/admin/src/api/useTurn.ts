import * as React from 'react';

/** For questions of which only the last one's answer counts: take a turn before asking; it says whether it still is the last. */
export function useTurn(): () => () => boolean {
  const last = React.useRef(0);
  return React.useCallback(() => {
    last.current += 1;
    const mine = last.current;
    return () => mine === last.current;
  }, []);
}
