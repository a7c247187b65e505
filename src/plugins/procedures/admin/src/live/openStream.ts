/**
 * One stream of server-sent events, by fetch since it carries the bearer token; it comes back by itself. A stream that is
 * to end is replaced while it still runs, so nothing is missed and no page reads again; only after a line that broke is
 * everybody told to, and from time to time while there is none at all.
 */
import { getFetchClient } from '@strapi/strapi/admin';

import { API_ROOT } from '../text/pluginId';
import { type LiveEvent, readEvents, type StreamEvent } from './readEvents';

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
  const lines = new Set<AbortController>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitMs = FIRST_WAIT_MS;

  /** `former`: the line that this one replaces. */
  const run = (former?: AbortController) => {
    const line = new AbortController();
    lines.add(line);
    let isFirst = true;
    const hear = (event: StreamEvent) => {
      if ('renew' in event) {
        run(line);
        return;
      }
      // What opens a stream says that something may have been missed; not while the former one was still heard.
      const isOpening = isFirst && 'resync' in event;
      isFirst = false;
      const nothingMissed = isOpening && former !== undefined && lines.has(former);
      if (isOpening) former?.abort();
      if (!nothingMissed) told(event);
    };
    const ended = () => {
      lines.delete(line);
      again();
    };
    readLine(line, token, (event) => {
      waitMs = FIRST_WAIT_MS;
      hear(event);
    }).then(ended, ended);
  };
  const again = () => {
    if (closed || lines.size > 0) return;
    // Apart from each other, so that a server that comes back is not asked by everybody at once.
    timer = setTimeout(run, waitMs * (0.5 + Math.random()));
    // Where no stream comes through, pages are as new as their last look.
    if (waitMs === LONGEST_WAIT_MS) told({ resync: true });
    waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
  };
  run();
  return () => {
    closed = true;
    clearTimeout(timer);
    for (const line of lines) line.abort();
  };
}

/** Until it ends or breaks, or says nothing for too long. */
async function readLine(line: AbortController, token: () => string | null, hear: (event: StreamEvent) => void) {
  let silence: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(() => line.abort(), SILENCE_MS);
  };
  try {
    heard();
    const answer = await fetch(`${(window.strapi as unknown as { backendURL: string }).backendURL}${API_ROOT}/events`, {
      headers: { authorization: `Bearer ${token() ?? ''}`, accept: 'text/event-stream' },
      signal: line.signal,
    });
    // Any call of the panel's own client renews the sign-in; the next try carries it.
    if (answer.status === 401) await getFetchClient().get(`${API_ROOT}/me`);
    if (!answer.ok || !answer.body) throw new Error(`Expected a stream, but got ${answer.status}`);
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      heard();
      const found = readEvents(text + value);
      text = found.rest;
      for (const event of found.events) hear(event);
    }
  } finally {
    clearTimeout(silence);
  }
}
