/** One stream of server-sent events, by fetch since it carries the bearer token; it comes back by itself. */
import { getFetchClient } from '@strapi/strapi/admin';

import { API_ROOT } from '../text/pluginId';
import { type LiveEvent, readEvents } from './readEvents';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** The server writes at least this often; silence means that the line is dead. */
const SILENCE_MS = 50_000;

interface Options {
  token(): string | null;
  told(event: LiveEvent): void;
}

/** Returns what ends it. */
export function openStream({ token, told }: Options): () => void {
  let closed = false;
  let abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitMs = FIRST_WAIT_MS;

  const read = async (): Promise<void> => {
    abort = new AbortController();
    let silence: ReturnType<typeof setTimeout> | undefined;
    const heard = () => {
      clearTimeout(silence);
      silence = setTimeout(() => abort.abort(), SILENCE_MS);
    };
    try {
      heard();
      const answer = await fetch(
        `${(window.strapi as unknown as { backendURL: string }).backendURL}${API_ROOT}/events`,
        {
          headers: { authorization: `Bearer ${token() ?? ''}`, accept: 'text/event-stream' },
          signal: abort.signal,
        },
      );
      // Any call of the panel's own client renews the sign-in; the next try carries it.
      if (answer.status === 401) await getFetchClient().get(`${API_ROOT}/me`);
      if (!answer.ok || !answer.body) throw new Error(`Expected a stream, but got ${answer.status}`);
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      let text = '';
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        heard();
        waitMs = FIRST_WAIT_MS;
        const found = readEvents(text + value);
        text = found.rest;
        for (const event of found.events) told(event);
      }
    } finally {
      clearTimeout(silence);
    }
  };

  const again = () => {
    if (closed) return;
    // Apart from each other, so that a server that comes back is not asked by everybody at once.
    timer = setTimeout(run, waitMs * (0.5 + Math.random()));
    waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
  };
  const run = () => {
    read().then(again, again);
  };
  run();
  return () => {
    closed = true;
    clearTimeout(timer);
    abort.abort();
  };
}
