/** The task list, live without flicker: see mergeLive for what happens while somebody points at it. */
import * as React from 'react';

import type { ListedTask, TaskList } from '../../../../shared/task-list-contract';
import { type Resource, useResource } from '../../api/useResource';
import { useLiveEvents } from '../../live/useLiveEvents';
import { mergeLive } from './mergeLive';

/** Several changes of a moment are one reading. */
const GATHER_MS = 250;
/** Clocks turn red by themselves, and a line may be down. */
const REFRESH_MS = 60_000;

export interface CalmList {
  resource: Resource<TaskList>;
  rows: ListedTask[] | undefined;
  gone: ReadonlySet<string>;
  /** new tasks that wait to be shown */
  waiting: number;
  showWaiting(): void;
}

const NONE: ReadonlySet<string> = new Set();

/** `isBusy`: the reader points at the list, has chosen rows of it, or works in it by keyboard. */
export function useCalmList(path: string, isBusy: () => boolean): CalmList {
  const resource = useResource<TaskList>(path, { refreshMs: REFRESH_MS, keepPrevious: true });
  const { reload, loading, data } = resource;
  const [shown, setShown] = React.useState<{ path: string; rows: ListedTask[] } | null>(null);
  const timer = React.useRef<ReturnType<typeof setTimeout>>(undefined);
  const busy = React.useRef(isBusy);
  busy.current = isBusy;

  useLiveEvents('tasks', () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(reload, GATHER_MS);
  });
  React.useEffect(() => () => clearTimeout(timer.current), []);

  React.useEffect(() => {
    if (!data || loading) return;
    // Another question has another answer; the same one is brought up to date, and settles when nobody looks at it.
    setShown((last) =>
      last && last.path === path && busy.current()
        ? { path, rows: mergeLive(last.rows, data.items).rows }
        : { path, rows: data.items },
    );
  }, [data, loading, path]);

  const showWaiting = React.useCallback(() => data && setShown({ path, rows: data.items }), [data, path]);
  const isCurrent = shown?.path === path && data !== null && !loading;
  const merged = isCurrent ? mergeLive(shown.rows, data.items) : null;
  return {
    resource,
    rows: shown?.rows,
    gone: merged?.gone ?? NONE,
    waiting: merged?.waiting ?? 0,
    showWaiting,
  };
}
