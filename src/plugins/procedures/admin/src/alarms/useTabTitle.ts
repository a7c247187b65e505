import * as React from 'react';

const BLINK_MS = 1_000;

/** The tab says `warning` in turn with its own title; without movement for those who want none. */
export function useTabTitle(warning: string | null): void {
  React.useEffect(() => {
    if (!warning) return undefined;
    const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    let own = document.title;
    const show = () => {
      // A page that was opened meanwhile has set its own.
      if (document.title !== warning && !document.title.startsWith(`${warning} · `)) own = document.title;
      if (isStill) document.title = `${warning} · ${own}`;
      else document.title = document.title === warning ? own : warning;
    };
    show();
    const timer = setInterval(show, BLINK_MS);
    return () => {
      clearInterval(timer);
      document.title = own;
    };
  }, [warning]);
}
