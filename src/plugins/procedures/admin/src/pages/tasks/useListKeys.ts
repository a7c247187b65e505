/** The keys of the list: see KeysDialog for what each does. None of them works while someone is typing. */
import * as React from 'react';

export interface ListKeys {
  move(step: 1 | -1): void;
  open(): void;
  claim(): void;
  choose(): void;
  complete(): void;
  search(): void;
  help(): void;
  close(): void;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest(
        'input:not([type="checkbox"]), textarea, select, [role="dialog"], [role="combobox"], [role="menu"], [role="listbox"]',
      ) !== null)
  );
}

export function useListKeys(keys: ListKeys): void {
  const current = React.useRef(keys);
  current.current = keys;
  React.useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
      // An open dialog has the keyboard for itself; a bar that rings above the page leaves it.
      if (document.querySelector('[role="dialog"], [role="alertdialog"]:not([data-ringing])')) return;
      const { current: list } = current;
      const act = {
        j: () => list.move(1),
        k: () => list.move(-1),
        o: () => list.open(),
        c: () => list.claim(),
        x: () => list.choose(),
        e: () => list.complete(),
        h: () => list.complete(),
        '/': () => list.search(),
        '?': () => list.help(),
        Escape: () => list.close(),
      }[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
