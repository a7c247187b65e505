/** A text of the drawing while somebody types it: it is written when its field is left, so that one undo takes all of it. */
import * as React from 'react';

import { TYPED, useAskBeforeLeaving } from '../../../components/leaving';
import { useLeaveWarning } from '../../../components/useLeaveWarning';

const TYPED_IN_FILE = { ...TYPED, within: ['tab', 'file'] };

export interface HeldText {
  /** as it is being typed, else as the drawing has it */
  value: string;
  type(text: string): void;
  /** writes what was typed */
  leave(): void;
  /** writes this at once */
  write(text: string): void;
}

/** @param write into the drawing; a text that it does not take is forgotten */
export function useHeldText(value: string, write: (text: string) => void): HeldText {
  const [typed, setTyped] = React.useState<string | null>(null);
  // A click elsewhere leaves the field first. The way back, or a key of the browser, does not.
  const holds = typed !== null && typed !== value;
  useLeaveWarning(holds);
  useAskBeforeLeaving(holds, TYPED_IN_FILE);
  const writeNow = (text: string) => {
    setTyped(null);
    if (text !== value) write(text);
  };
  const leave = () => typed !== null && writeNow(typed);
  return { value: typed ?? value, type: setTyped, leave, write: writeNow };
}
