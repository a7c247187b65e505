/**
 * Keeps the keyboard where it was beside the drawing: the fields are made anew with every change of the drawing, and whoever
 * has no mouse must not begin at the top of the page again. Escape leads back to the outline.
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
  const at = React.useRef(-1);
  const stops = () => [...(fields.current?.querySelectorAll<HTMLElement>(STOPS) ?? [])];
  React.useEffect(() => {
    // Nothing has the focus only where what had it is gone.
    if (change > 0 && at.current >= 0 && document.activeElement === document.body) stops()[at.current]?.focus();
  }, [change]);
  return {
    fields,
    onFocus: () => {
      at.current = stops().indexOf(document.activeElement as HTMLElement);
    },
    onBlur: ({ relatedTarget }) => {
      if (relatedTarget && !fields.current?.contains(relatedTarget as Node)) at.current = -1;
    },
    onKeyDown: (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !fields.current?.contains(event.target as Node)) return;
      document.querySelector<HTMLElement>('[role="tree"] [tabindex="0"]')?.focus();
    },
  };
}
