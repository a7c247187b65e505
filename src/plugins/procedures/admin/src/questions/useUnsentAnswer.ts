import { useAuth } from '@strapi/strapi/admin';
import * as React from 'react';

/**
 * What was typed as an answer and not sent, by who typed it and to which question, as long as the panel stays open: the
 * last second that the server does not have yet, or all of it where the question ended meanwhile. The browser keeps nothing
 * of it; another person may sign in without the panel being loaded again.
 */
const unsent = new Map<string, string>();

export interface UnsentWords {
  read(): string | undefined;
  keep(text: string): void;
  drop(): void;
}

export function useUnsentAnswer(questionId: string): UnsentWords {
  const user = useAuth('useUnsentAnswer', (auth) => auth.user?.id);
  return React.useMemo(() => {
    const place = `${user} ${questionId}`;
    return {
      read: () => unsent.get(place),
      keep: (text) => void unsent.set(place, text),
      drop: () => void unsent.delete(place),
    };
  }, [user, questionId]);
}
