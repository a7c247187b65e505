/** notices/ owns what every page shows of a person's notices: the bell, and the count of unread ones behind it. */
import * as React from 'react';

export interface Unread {
  /** null: not known yet */
  count: number | null;
  reload(): void;
}

export const UnreadContext = React.createContext<Unread>({ count: null, reload: () => undefined });

export const useUnread = (): Unread => React.useContext(UnreadContext);
