import { useAuth } from '@strapi/strapi/admin';
import * as React from 'react';

import type { HandOverItem } from '../../../../shared/duty-contract';
import { useLeaveWarning } from '../../components/useLeaveWarning';

/** What is typed for the next shift. A password is not among it: that is typed to sign at once. */
export interface HandOverWords {
  /** by the key of the line */
  remarks: Record<string, string>;
  items: HandOverItem[];
  note: string;
  /** null: nobody was chosen */
  taker: string | null;
  /** why it is taken without a giver */
  reason: string;
}

const NOTHING: HandOverWords = { remarks: {}, items: [], note: '', taker: null, reason: '' };

/**
 * By who typed it and for which unit, as long as the panel stays open: a case, another tab or another unit is looked at, or
 * somebody else signs, and the words are there again. The browser keeps nothing of it.
 */
const unsent = new Map<string, HandOverWords>();

const textsOf = ({ remarks, items, note, reason }: HandOverWords): string[] => [
  ...Object.values(remarks),
  ...items.flatMap((item) => [item.title, item.note]),
  note,
  reason,
];

export interface TypedHandOver {
  words: HandOverWords;
  /** somebody would have to type it again */
  isTyped: boolean;
  type(change: Partial<HandOverWords>): void;
  /** they are in a list, or put away; what was typed meanwhile stays */
  drop(): void;
}

/** Of one unit: another one is another component's. */
export function useHandOverWords(unit: string): TypedHandOver {
  const user = useAuth('useHandOverWords', (auth) => auth.user?.id);
  const place = `${user} ${unit}`;
  const [words, setWords] = React.useState(() => unsent.get(place) ?? NOTHING);
  const isTyped = textsOf(words).some((text) => text.trim() !== '');
  useLeaveWarning(isTyped);
  React.useEffect(() => {
    if (isTyped) unsent.set(place, words);
    else unsent.delete(place);
  }, [isTyped, place, words]);
  return {
    words,
    isTyped,
    type: (change) => setWords((last) => ({ ...last, ...change })),
    drop: () => {
      // The answer to signing may come when the tab is closed: nothing but this forgets them then.
      if (unsent.get(place) === words) unsent.delete(place);
      setWords((last) => (last === words ? NOTHING : last));
    },
  };
}
