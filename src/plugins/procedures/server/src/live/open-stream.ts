// Owns one page's stream of server-sent events. After some minutes it asks the page to come again, with its sign-in and its
// positions checked anew, and ends a moment later: the page has the next stream by then, so it has missed nothing and need
// not read again. It ends when the page does not read, and when the page goes.
import { PassThrough } from 'node:stream';
import type { Actor } from '../tenants/actor';
import type { LiveHub } from './live-hub';

const HEARTBEAT_MS = 20_000;
const LIFE_MS = 5 * 60_000;
const RENEWAL_MS = 15_000;
/** So much unread and nobody is reading. */
const UNREAD_LIMIT = 64 * 1024;
/** Of more streams of one person the oldest goes. */
const STREAMS_A_PERSON = 12;

const open = new Map<string, PassThrough[]>();

export function openStream(hub: LiveHub, actor: Actor): PassThrough {
  const stream = new PassThrough();
  const write = (text: string) => {
    if (stream.writableEnded || stream.destroyed) return;
    stream.write(text);
    if (stream.writableLength > UNREAD_LIMIT) stream.destroy();
  };
  const unsubscribe = hub.subscribe(actor, (event) => write(`data: ${JSON.stringify(event)}\n\n`));
  const heartbeat = setInterval(() => write(': \n\n'), HEARTBEAT_MS);
  const renewal = setTimeout(() => write(`data: ${JSON.stringify({ renew: true })}\n\n`), LIFE_MS);
  const life = setTimeout(() => stream.end(), LIFE_MS + RENEWAL_MS);
  const mine = [...(open.get(actor.personId) ?? []), stream];
  open.set(actor.personId, mine);
  if (mine.length > STREAMS_A_PERSON) mine[0].end();

  const closed = () => {
    unsubscribe();
    clearInterval(heartbeat);
    clearTimeout(renewal);
    clearTimeout(life);
    const rest = (open.get(actor.personId) ?? []).filter((one) => one !== stream);
    if (rest.length > 0) open.set(actor.personId, rest);
    else open.delete(actor.personId);
  };
  stream.once('close', closed);
  stream.on('error', () => stream.destroy());
  // The first line lets the page know at once that it is connected, and that it may have missed something before.
  write(`retry: 1000\ndata: ${JSON.stringify({ resync: true })}\n\n`);
  return stream;
}

/** For the stop of the server. */
export function closeStreams(): void {
  for (const stream of [...open.values()].flat()) stream.end();
}
