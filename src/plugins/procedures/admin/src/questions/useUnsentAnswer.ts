import { useAuth } from '@strapi/strapi/admin';
import * as React from 'react';

/**
 * What was typed as an answer and not sent, by who typed it and to which question, as long as the panel stays open: the
 * last second that the server does not have yet, or all of it where the question ended meanwhile. The browser keeps nothing
 * of it; another person may sign in without the panel being loaded again.
 */
const unsent = new Map<string, { text: string; seen: string | null }>();

export interface UnsentWords {
  /** unless the server has newer words of another page, saved at `savedAt` */
  read(savedAt: string | null): string | undefined;
  /** `seen`: what the server was known to have */
  keep(text: string, seen: string | null): void;
  /** the server has this now */
  saw(savedAt: string): void;
  drop(): void;
}

export function useUnsentAnswer(questionId: string): UnsentWords {
  const user = useAuth('useUnsentAnswer', (auth) => auth.user?.id);
  return React.useMemo(() => {
    const place = `${user} ${questionId}`;
    return {
      read: (savedAt) => {
        const known = unsent.get(place);
        return savedAt !== null && savedAt > (known?.seen ?? '') ? undefined : known?.text;
      },
      keep: (text, seen) => void unsent.set(place, { text, seen }),
      saw: (savedAt) => {
        const known = unsent.get(place);
        if (known) unsent.set(place, { ...known, seen: savedAt });
      },
      drop: () => void unsent.delete(place),
    };
  }, [user, questionId]);
}
