import { useFetchClient } from '@strapi/strapi/admin';
import * as React from 'react';

import type { RingingAlarms } from '../../../shared/alarms-contract';
import { useLiveEvents } from '../live/useLiveEvents';
import { API_ROOT } from '../text/pluginId';

/** The stream tells at once; this often it is asked all the same, also in a tab that nobody looks at. */
const ASK_MS = 20_000;

export interface Ringing {
  /** null: not known yet */
  data: RingingAlarms | null;
  /** the last answer did not come: what is shown may be old */
  stale: boolean;
  reload(): void;
}

export function useRinging(): Ringing {
  const { get } = useFetchClient();
  const [data, setData] = React.useState<RingingAlarms | null>(null);
  const [stale, setStale] = React.useState(false);
  const reload = React.useCallback(() => {
    get<RingingAlarms>(`${API_ROOT}/alarms/ringing`)
      .then((answer) => {
        setData(answer.data);
        setStale(false);
      })
      .catch(() => setStale(true));
  }, [get]);
  React.useEffect(() => {
    reload();
    const timer = setInterval(reload, ASK_MS);
    return () => clearInterval(timer);
  }, [reload]);
  useLiveEvents('alarms', reload);
  return { data, stale, reload };
}
