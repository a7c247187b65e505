import * as React from 'react';
import { newId } from './newId';
import type { Problem } from './problem';

/**
 * The id under which one entry is sent, however often: an answer that was lost on the line makes no second one. `renew` when
 * it is done; by itself when the server says that the entry was recorded with other words, so that these can still be sent.
 */
export function useSendId(problem: Problem | null): [id: string, renew: () => void] {
  const [id, setId] = React.useState(newId);
  const renew = React.useCallback(() => setId(newId()), []);
  const isUsed = problem?.code === 'DONE_OTHERWISE';
  React.useEffect(() => {
    if (isUsed) renew();
  }, [isUsed, renew]);
  return [id, renew];
}
