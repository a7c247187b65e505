import { useAuth } from '@strapi/strapi/admin';
import * as React from 'react';

import { follow, keepToken } from './sharedStream';

export interface LiveNews {
  /** what has changed; null: anything may have (the line was down), so read again what is shown */
  ids: string[] | null;
}

/**
 * Calls `handler` when things of `topic` change that the person may know of: `cases` (anything that a case's page shows),
 * `tasks` (opened, claimed, given, done, a new due), `notices`, `alarms`, `duty` (ids are codes of units). It says only that they changed; what they are now, the other routes tell:
 *
 *   useLiveEvents('tasks', ({ ids }) => (!ids || ids.includes(taskId)) && reload());
 */
export function useLiveEvents(
  topic: 'cases' | 'tasks' | 'notices' | 'alarms' | 'duty' | 'questions',
  handler: (news: LiveNews) => void,
): void {
  const token = useAuth('useLiveEvents', (auth) => auth.token);
  keepToken(token);
  const current = React.useRef(handler);
  current.current = handler;
  React.useEffect(
    () =>
      follow((event) => {
        if ('resync' in event) current.current({ ids: null });
        else if (event.topic === topic) current.current({ ids: event.ids });
      }),
    [topic],
  );
}
