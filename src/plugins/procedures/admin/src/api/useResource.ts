/** One thing read from the server: its data, what went wrong, and a way to read it again. */
import { useFetchClient } from '@strapi/strapi/admin';
import * as React from 'react';

import { API_ROOT } from '../text/pluginId';
import { isAbort, type Problem, readProblem } from './problem';

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
}

interface State<T> {
  path: string | null;
  data: T | null;
  problem: Problem | null;
}

export function useResource<T>(path: string | null, { refreshMs, keepPrevious = false }: Options = {}): Resource<T> {
  const { get } = useFetchClient();
  const [state, setState] = React.useState<State<T>>({ path: null, data: null, problem: null });
  const [round, setRound] = React.useState(0);
  const reload = React.useCallback(() => setRound((value) => value + 1), []);

  React.useEffect(() => {
    if (path === null) return undefined;
    const abort = new AbortController();
    get<T>(`${API_ROOT}${path}`, { signal: abort.signal })
      .then(({ data }) => setState({ path, data, problem: null }))
      .catch((thrown: unknown) => {
        if (abort.signal.aborted || isAbort(thrown)) return;
        // A failed refresh keeps what is shown; only the first reading of a path has nothing to keep.
        setState((last) => ({ path, data: last.path === path ? last.data : null, problem: readProblem(thrown) }));
      });
    return () => abort.abort();
  }, [get, path, round]);

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
