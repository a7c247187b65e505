/**
 * Keeps the keyboard where it was beside the drawing: a field may go with what is pressed in it, and whoever has no mouse must
 * not begin at the top of the page again. Escape leads back to the outline.
 */
import * as React from 'react';

const STOPS = 'input, textarea, button, [role="combobox"], summary';

export interface FieldFocus {
  fields: React.RefObject<HTMLDivElement>;
  onFocus(): void;
  onBlur(event: React.FocusEvent): void;
  onKeyDown(event: React.KeyboardEvent): void;
}

/** @param change counts the changes of the drawing */
export function useFieldFocus(change: number): FieldFocus {
  const fields = React.useRef<HTMLDivElement>(null);
  const last = React.useRef<{ field: HTMLElement; at: number } | null>(null);
  const stops = () => [...(fields.current?.querySelectorAll<HTMLElement>(STOPS) ?? [])];
  React.useEffect(() => {
    // On its way from a field that stays to what is pressed, the focus is nowhere either: that is not disturbed.
    const isGone = last.current !== null && !last.current.field.isConnected;
    if (change > 0 && isGone && document.activeElement === document.body) stops()[last.current?.at ?? 0]?.focus();
  }, [change]);
  return {
    fields,
    onFocus: () => {
      const field = document.activeElement as HTMLElement;
      last.current = { field, at: stops().indexOf(field) };
    },
    onBlur: ({ relatedTarget }) => {
      if (relatedTarget && !fields.current?.contains(relatedTarget as Node)) last.current = null;
    },
    onKeyDown: (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !fields.current?.contains(event.target as Node)) return;
      document.querySelector<HTMLElement>('[role="tree"] [tabindex="0"]')?.focus();
    },
  };
}
