/** The state of a list lives in the address, so that it can be kept, shared and gone back to. */
import * as React from 'react';
import { useSearchParams } from 'react-router-dom';

export interface UrlState {
  get(name: string): string;
  /** an empty value removes the name; a change of anything but the page goes back to page 1 */
  set(changes: Record<string, string | null>): void;
}

export function useUrlState(): UrlState {
  const [params, setParams] = useSearchParams();
  const set = React.useCallback(
    (changes: Record<string, string | null>) => {
      setParams(
        (last) => {
          const next = new URLSearchParams(last);
          if (!('page' in changes) && !('open' in changes)) next.delete('page');
          for (const [name, value] of Object.entries(changes)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace: true },
      );
    },
    [setParams],
  );
  return React.useMemo(() => ({ get: (name) => params.get(name) ?? '', set }), [params, set]);
}
