/**
 * What is being typed is kept on the server, a second after the last key and every two seconds while somebody types on: a
 * browser that dies loses no more than that. A browser keeps nothing. One writing follows another, so that none is overtaken;
 * the server is told which is newer all the same, for a slow one of another page or tab may come late.
 */
import * as React from 'react';

import type { DraftStamp } from '../../../shared/draft-stamp';
import { newId } from './newId';
import { isPassing, type Problem, readProblem } from './problem';

const QUIET_MS = 1_000;
/** Who types without a rest waits no longer than this. */
const LONGEST_MS = 2_000;
const RETRY_MS = 5_000;
/** A line that hangs must not hold back what is being sent itself. */
const ON_ITS_WAY_MS = 2_000;
const onItsWay = (under: Promise<void>): Promise<void> =>
  Promise.race([under, new Promise<void>((resolve) => setTimeout(resolve, ON_ITS_WAY_MS))]);

/** The page as it was loaded, and its savings: looked at again without loading, a thing is still the same page's. */
const PAGE = newId();
let savings = 0;

export interface Kept<Content> {
  savedAt: string | null;
  saving: boolean;
  /** why it is not kept; what is only lost on the way is tried again */
  problem: Problem | null;
  keep(content: Content): void;
  /** what waits goes now; resolves with whether all of it is kept */
  flush(): Promise<boolean>;
  /** it is being sent: nothing more is kept, what is on its way arrives first */
  hold(): Promise<void>;
  /** it was refused, or may be kept again: what waits is */
  go(): void;
  /** it was taken in: forget what waits */
  stop(): void;
  /** what is typed here shall stand, though another page has saved newer words */
  overwrite(): void;
}

/**
 * @param write the one way to the server; must stay the same function while the same thing is being typed
 * @param seenBefore `savedAt` of the draft that the page was opened with
 */
export function useKept<Content extends object>(
  write: (content: Content, stamp: DraftStamp) => Promise<{ savedAt: string }>,
  seenBefore: string | null,
): Kept<Content> {
  const [state, setState] = React.useState<Pick<Kept<Content>, 'savedAt' | 'saving' | 'problem'>>({
    savedAt: null,
    saving: false,
    problem: null,
  });
  /** numbered as it was typed: what is sent late, from a form that is gone, is older all the same */
  const waiting = React.useRef<{ content: Content; count: number } | null>(null);
  const timer = React.useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const since = React.useRef<number | null>(null);
  const held = React.useRef(false);
  const seen = React.useRef(seenBefore);
  const newerAt = React.useRef<string | null>(null);
  const under = React.useRef<Promise<void>>(Promise.resolve());

  const send = React.useCallback(async () => {
    const last = waiting.current;
    if (!last || held.current) return;
    waiting.current = null;
    since.current = null;
    setState((before) => ({ ...before, saving: true }));
    try {
      const { savedAt } = await write(last.content, { page: PAGE, count: last.count, seen: seen.current });
      seen.current = savedAt;
      setState({ savedAt, saving: false, problem: null });
    } catch (thrown) {
      const problem = readProblem(thrown);
      setState((before) => ({ ...before, saving: false, problem }));
      newerAt.current = problem.newerAt;
      // What was typed meanwhile goes in its own time.
      if (waiting.current) return;
      waiting.current = last;
      // Refused stays refused until something else is typed; what was only lost on the way goes again.
      if (!isPassing(problem)) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        under.current = under.current.then(send);
      }, RETRY_MS);
    }
  }, [write]);
  const save = React.useCallback(() => {
    under.current = under.current.then(send);
  }, [send]);

  const keep = React.useCallback(
    (content: Content) => {
      const now = Date.now();
      savings += 1;
      waiting.current = { content, count: savings };
      since.current ??= now;
      clearTimeout(timer.current);
      const rest = Math.min(QUIET_MS, since.current + LONGEST_MS - now);
      timer.current = setTimeout(save, Math.max(0, rest));
    },
    [save],
  );
  const flush = React.useCallback(async () => {
    clearTimeout(timer.current);
    save();
    let arrived = false;
    await onItsWay(
      under.current.then(() => {
        arrived = true;
      }),
    );
    return arrived && waiting.current === null;
  }, [save]);
  const hold = React.useCallback(() => {
    held.current = true;
    return onItsWay(under.current);
  }, []);
  const go = React.useCallback(() => {
    held.current = false;
    setState((last) => ({ ...last, problem: null }));
    save();
  }, [save]);
  const stop = React.useCallback(() => {
    clearTimeout(timer.current);
    waiting.current = null;
    since.current = null;
  }, []);
  const overwrite = React.useCallback(() => {
    seen.current = newerAt.current;
    go();
  }, [go]);
  React.useEffect(
    () => () => {
      clearTimeout(timer.current);
      save();
    },
    [save],
  );
  return { ...state, keep, flush, hold, go, stop, overwrite };
}
