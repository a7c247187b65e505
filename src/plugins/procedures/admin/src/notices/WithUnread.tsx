import * as React from 'react';

import type { Me } from '../../../shared/contracts';
import { useResource } from '../api/useResource';
import { useLiveEvents } from '../live/useLiveEvents';
import { UnreadContext } from './UnreadContext';

/** The stream tells at once; this often it is asked all the same, for those without a stream. */
const POLL_MS = 30_000;

/** Around a page: how many unread notices there are, kept up to date. */
export const WithUnread = ({ me, children }: { me: Me | null; children: React.ReactNode }) => {
  const { data, reload } = useResource<{ unread: number }>(me ? '/notifications/unread' : null, { refreshMs: POLL_MS });
  const value = React.useMemo(() => ({ count: data?.unread ?? null, reload }), [data, reload]);
  return (
    <UnreadContext.Provider value={value}>
      {me?.pages.includes('tasks') && <Listen onNews={reload} />}
      {children}
    </UnreadContext.Provider>
  );
};

const Listen = ({ onNews }: { onNews(): void }) => {
  useLiveEvents('notices', onNews);
  return null;
};
