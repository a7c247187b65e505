/**
 * Reads before a page asks: whoever points at a link is about to open it. What was read ahead is used once and only while
 * it is fresh; a failed reading is forgotten, and the page reads for itself.
 */
import { read } from './send';

const FRESH_MS = 5_000;
const kept = new Map<string, { at: number; answer: Promise<unknown> }>();

export function readAhead(path: string): void {
  const known = kept.get(path);
  if (known && Date.now() - known.at < FRESH_MS) return;
  const answer = read(path);
  answer.catch(() => kept.delete(path));
  kept.set(path, { at: Date.now(), answer });
}

/** What was read ahead, once; null: nothing that is still fresh. */
export function takeAhead<T>(path: string): Promise<T> | null {
  const known = kept.get(path);
  kept.delete(path);
  return known && Date.now() - known.at < FRESH_MS ? (known.answer as Promise<T>) : null;
}
