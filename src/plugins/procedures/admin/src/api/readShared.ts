/**
 * One reading for all who ask for the same within a few seconds, such as the menu and the page below it. Kept apart by who
 * reads, so that nobody is shown what another one has read; a failed reading is forgotten.
 */
import { read } from './send';

const FRESH_MS = 5_000;

interface Reading {
  at: number;
  answer: Promise<unknown>;
  /** as soon as it is there; it stays the last known one while it is read again */
  value?: unknown;
}
const readings = new Map<string, Reading>();
const keyOf = (path: string, reader: string) => `${reader} ${path}`;

export function readShared<T>(path: string, reader: string): Promise<T> {
  const key = keyOf(path, reader);
  const known = readings.get(key);
  if (known && Date.now() - known.at < FRESH_MS) return known.answer as Promise<T>;
  const reading: Reading = { at: Date.now(), answer: read<T>(path), value: known?.value };
  readings.set(key, reading);
  reading.answer.then(
    (value) => {
      reading.value = value;
    },
    () => readings.get(key) === reading && readings.delete(key),
  );
  return reading.answer as Promise<T>;
}

/** What was last read, so that a page begins with what is known. */
export function lastShared<T>(path: string, reader: string): T | null {
  return (readings.get(keyOf(path, reader))?.value as T | undefined) ?? null;
}
