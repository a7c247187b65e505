import * as React from 'react';
import { type Location, useBlocker, useLocation } from 'react-router-dom';

import { LossDialog } from './LossDialog';
import { currentLosses, type Loss, onLosses } from './leaving';

/** A tab or a filter of the same page throws nothing away, unless the loss says so. */
const isElsewhere = (from: Location, to: Location, { within = [] }: Loss): boolean =>
  from.pathname !== to.pathname || ['open', ...within].some((name) => named(from, name) !== named(to, name));
const named = ({ search }: Location, name: string) => new URLSearchParams(search).get(name);

/** Asks before a link, a key or the way back throws away what leaving.ts holds. The router knows one such question a page. */
export const LeaveGuard = () => {
  const losses = React.useSyncExternalStore(onLosses, currentLosses);
  const blocker = useBlocker(({ currentLocation, nextLocation }) =>
    currentLosses().some((one) => isElsewhere(currentLocation, nextLocation, one)),
  );
  const here = useLocation();
  const loss = losses.find((one) => blocker.location && isElsewhere(here, blocker.location, one));
  // It was sent while the question stood: nothing is lost any more.
  React.useEffect(() => {
    if (blocker.state === 'blocked' && !loss) blocker.proceed();
  }, [blocker, loss]);
  if (blocker.state !== 'blocked' || !loss) return null;
  return <LossDialog loss={loss} onStay={blocker.reset} onGo={blocker.proceed} />;
};
