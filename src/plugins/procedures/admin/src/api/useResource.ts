/** One thing read from the server: its data, what went wrong, and a way to read it again. */
import { useFetchClient } from '@strapi/strapi/admin';
import * as React from 'react';

import { API_ROOT } from '../text/pluginId';
import { isAbort, type Problem, readProblem } from './problem';
import { takeAhead } from './readAhead';
import { lastShared, readShared } from './readShared';

export interface Resource<T> {
  data: T | null;
  problem: Problem | null;
  loading: boolean;
  reload(): void;
}

interface Options {
  /** read again this often while the page is visible */
  refreshMs?: number;
  /** keep showing the last answer while another path is being read (lists: no flicker on a filter) */
  keepPrevious?: boolean;
  /** the reader, where several ask for the same at once: one request is made for all of them */
  sharedBy?: string;
}

interface State<T> {
  path: string | null;
  data: T | null;
  problem: Problem | null;
}

export function useResource<T>(path: string | null, options: Options = {}): Resource<T> {
  const { refreshMs, keepPrevious = false, sharedBy } = options;
  const { get } = useFetchClient();
  const [state, setState] = React.useState<State<T>>(() => {
    const known = path !== null && sharedBy !== undefined ? lastShared<T>(path, sharedBy) : null;
    return { path: known ? path : null, data: known, problem: null };
  });
  const [round, setRound] = React.useState(0);
  const reload = React.useCallback(() => setRound((value) => value + 1), []);

  React.useEffect(() => {
    if (path === null) return undefined;
    const abort = new AbortController();
    const readNow = async () => (await get<T>(`${API_ROOT}${path}`, { signal: abort.signal })).data;
    const reading =
      sharedBy !== undefined && round === 0
        ? readShared<T>(path, sharedBy)
        : (takeAhead<T>(path)?.catch(readNow) ?? readNow());
    reading
      .then((data) => !abort.signal.aborted && setState({ path, data, problem: null }))
      .catch((thrown: unknown) => {
        if (abort.signal.aborted || isAbort(thrown)) return;
        // A failed refresh keeps what is shown; only the first reading of a path has nothing to keep.
        setState((last) => ({ path, data: last.path === path ? last.data : null, problem: readProblem(thrown) }));
      });
    return () => abort.abort();
  }, [get, path, round, sharedBy]);

  React.useEffect(() => {
    if (!refreshMs || path === null) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') reload();
    }, refreshMs);
    return () => clearInterval(timer);
  }, [refreshMs, path, reload]);

  const current = state.path === path;
  return {
    data: current || keepPrevious ? state.data : null,
    problem: current ? state.problem : null,
    loading: path !== null && !current,
    reload,
  };
}
