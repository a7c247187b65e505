import * as React from 'react';

import { LossDialog } from './LossDialog';
import { currentLosses, onLosses } from './leaving';

export interface AskFirst {
  /** at once, unless that would lose what leaving.ts holds and the person wants to keep it */
  askFirst(act: () => void): void;
  /** the question, while it stands */
  asked: React.ReactNode;
}

/** For what a page does without leaving: something else in the place of a form, say. LeaveGuard hears only of links. */
export function useAskFirst(): AskFirst {
  const [waiting, setWaiting] = React.useState<{ act(): void } | null>(null);
  const [loss] = React.useSyncExternalStore(onLosses, currentLosses);
  const go = React.useCallback(() => {
    setWaiting(null);
    waiting?.act();
  }, [waiting]);
  // It was sent while the question stood: nothing is lost any more.
  React.useEffect(() => {
    if (waiting && !loss) go();
  }, [waiting, loss, go]);
  return {
    askFirst: (act) => (currentLosses().length > 0 ? setWaiting({ act }) : act()),
    asked: waiting && loss && <LossDialog loss={loss} onStay={() => setWaiting(null)} onGo={go} />,
  };
}
