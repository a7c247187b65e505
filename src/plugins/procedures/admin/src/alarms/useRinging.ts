import { useFetchClient } from '@strapi/strapi/admin';
import * as React from 'react';

import type { RingingAlarms } from '../../../shared/alarms-contract';
import { useLiveEvents } from '../live/useLiveEvents';
import { API_ROOT } from '../text/pluginId';

/** The stream tells at once; this often it is asked all the same, also in a tab that nobody looks at. */
const ASK_MS = 20_000;
/** One answer that does not come is a hitch, a second one is a line that is down. */
const LOST_AFTER = 2;

export interface Ringing {
  /** null: not known yet */
  data: RingingAlarms | null;
  /** since when no answer has come, while nothing that rings would be heard of here; null: the line is up */
  lostSince: Date | null;
  reload(): void;
}

export function useRinging(): Ringing {
  const { get } = useFetchClient();
  const [data, setData] = React.useState<RingingAlarms | null>(null);
  const [missed, setMissed] = React.useState<{ count: number; since: Date } | null>(null);
  const round = React.useRef(0);
  const answered = React.useRef(0);
  const reload = React.useCallback(() => {
    round.current += 1;
    const mine = round.current;
    get<RingingAlarms>(`${API_ROOT}/alarms/ringing`)
      .then((answer) => {
        // A slow answer to an earlier question is overtaken.
        if (mine < answered.current) return;
        answered.current = mine;
        setData(answer.data);
        setMissed(null);
      })
      .catch(() => setMissed((last) => ({ count: (last?.count ?? 0) + 1, since: last?.since ?? new Date() })));
  }, [get]);
  React.useEffect(() => {
    reload();
    const timer = setInterval(reload, ASK_MS);
    return () => clearInterval(timer);
  }, [reload]);
  useLiveEvents('alarms', reload);
  return { data, lostSince: missed && missed.count >= LOST_AFTER ? missed.since : null, reload };
}
