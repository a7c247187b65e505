import * as React from 'react';
import { type Location, useBlocker } from 'react-router-dom';

import { useText } from '../text/useText';
import { currentLosses, onLosses } from './leaving';
import { StayDialog } from './StayDialog';

/** A tab or a filter of the same page throws nothing away. */
const isElsewhere = (from: Location, to: Location): boolean =>
  from.pathname !== to.pathname || openIn(from.search) !== openIn(to.search);
const openIn = (search: string) => new URLSearchParams(search).get('open');

/** Asks before a link, a key or the way back throws away what leaving.ts holds. The router knows one such question a page. */
export const LeaveGuard = () => {
  const { t } = useText();
  const losses = React.useSyncExternalStore(onLosses, currentLosses);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLosses().length > 0 && isElsewhere(currentLocation, nextLocation),
  );
  const [loss] = losses;
  // It was sent while the question stood: nothing is lost any more.
  React.useEffect(() => {
    if (blocker.state === 'blocked' && !loss) blocker.proceed();
  }, [blocker, loss]);
  if (blocker.state !== 'blocked' || !loss) return null;
  return (
    <StayDialog
      title={t(loss.title)}
      about={t(loss.about)}
      stay={t(loss.stay)}
      go={t(loss.go)}
      onStay={blocker.reset}
      onGo={blocker.proceed}
    />
  );
};
