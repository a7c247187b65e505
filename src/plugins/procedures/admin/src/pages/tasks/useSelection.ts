/** Which rows are chosen. A row that is no longer shown is chosen no more. */
import * as React from 'react';

export interface Selection {
  has(id: string): boolean;
  toggle(id: string): void;
  /** everything up to there, as with the shift key in a file list */
  extendTo(id: string): void;
  all(): void;
  clear(): void;
  count: number;
}

export function useSelection(ids: readonly string[]): Selection {
  const [chosen, setChosen] = React.useState<ReadonlySet<string>>(new Set());
  const last = React.useRef<string | null>(null);
  const shown = React.useMemo(() => new Set(ids.filter((id) => chosen.has(id))), [ids, chosen]);
  return {
    has: (id) => shown.has(id),
    count: shown.size,
    toggle: (id) => {
      last.current = id;
      const next = new Set(shown);
      if (!next.delete(id)) next.add(id);
      setChosen(next);
    },
    extendTo: (id) => {
      const [from, to] = [ids.indexOf(last.current ?? id), ids.indexOf(id)].sort((a, b) => a - b);
      setChosen(new Set([...shown, ...ids.slice(Math.max(0, from), to + 1)]));
    },
    all: () => setChosen(shown.size === ids.length ? new Set() : new Set(ids)),
    clear: () => setChosen(new Set()),
  };
}
