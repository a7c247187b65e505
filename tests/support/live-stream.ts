// Owns how a test follows what the server tells an open page: server-sent events, waited for, never slept for.
import { type LiveEvent, readEvents } from '../../src/plugins/procedures/admin/src/live/readEvents';
import { runningApp } from './running-app';

const LIMIT_MS = 45_000;

export interface LiveStream {
  events: LiveEvent[];
  /** Resolves when an event of `topic` has named `id`; rejects after LIMIT_MS. */
  names(topic: string, id: string): Promise<void>;
  /** Resolves when the server has told that it is connected. */
  opened: Promise<void>;
  close(): void;
}

export function follow(token: string): LiveStream {
  const events: LiveEvent[] = [];
  const waiters: { matches(event: LiveEvent): boolean; resolve(): void }[] = [];
  const abort = new AbortController();
  const wait = (what: string, matches: (event: LiveEvent) => boolean) =>
    new Promise<void>((resolve, reject) => {
      if (events.some(matches)) return resolve();
      const timer = setTimeout(() => reject(new Error(`Expected to be told ${what}, but was not`)), LIMIT_MS);
      waiters.push({
        matches,
        resolve: () => {
          clearTimeout(timer);
          resolve();
        },
      });
    });
  const read = async () => {
    const answer = await fetch(`${runningApp().baseUrl}/procedures/events`, {
      headers: { authorization: `Bearer ${token}` },
      signal: abort.signal,
    });
    let text = '';
    const decoder = new TextDecoder();
    for await (const piece of answer.body as unknown as AsyncIterable<Uint8Array>) {
      const found = readEvents(text + decoder.decode(piece, { stream: true }));
      text = found.rest;
      for (const event of found.events) {
        events.push(event);
        for (const waiter of waiters.filter(({ matches }) => matches(event))) waiter.resolve();
      }
    }
  };
  const opened = wait('that the stream is open', (event) => 'resync' in event);
  read().catch((error: Error) => {
    if (!abort.signal.aborted) throw error;
  });
  return {
    events,
    opened,
    names: (topic, id) =>
      wait(`of ${topic} ${id}`, (one) => 'topic' in one && one.topic === topic && one.ids.includes(id)),
    close: () => abort.abort(),
  };
}
