/** j/k or arrows move, Enter opens, c claims, Esc closes; never while someone is typing. */
import * as React from 'react';

export interface ListKeys {
  move(step: 1 | -1): void;
  open(): void;
  claim(): void;
  close(): void;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="dialog"], [role="combobox"]') !== null)
  );
}

export function useListKeys(keys: ListKeys): void {
  const current = React.useRef(keys);
  current.current = keys;
  React.useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const act = {
        j: () => current.current.move(1),
        k: () => current.current.move(-1),
        o: () => current.current.open(),
        c: () => current.current.claim(),
        Escape: () => current.current.close(),
      }[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
