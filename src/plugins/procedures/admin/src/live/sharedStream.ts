/**
 * One stream for all tabs: browsers allow six connections to a host, and an officer has twenty things open. The tab that
 * holds the lock reads the stream and passes on what it hears. Where the browser has no locks (pages without TLS), only
 * the visible tab reads.
 */
import { openStream } from './openStream';
import type { LiveEvent } from './readEvents';

const NAME = 'procedures-live';

type Listener = (event: LiveEvent) => void;
const listeners = new Set<Listener>();
let token: string | null = null;
let end: (() => void) | null = null;

/** The panel renews it from time to time. */
export function keepToken(next: string | null): void {
  token = next;
}

/** Returns what ends it; the stream ends with the last listener. */
export function follow(listener: Listener): () => void {
  listeners.add(listener);
  end ??= 'locks' in navigator ? readInOneTab() : readWhileVisible();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    end?.();
    end = null;
  };
}

const tell = (event: LiveEvent) => {
  for (const listener of [...listeners]) listener(event);
};

function readInOneTab(): () => void {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = ({ data }: MessageEvent<LiveEvent>) => tell(data);
  const waiting = new AbortController();
  let release: (() => void) | null = null;
  navigator.locks
    .request(NAME, { signal: waiting.signal }, () => {
      const close = openStream({
        token: () => token,
        told: (event) => {
          tell(event);
          channel.postMessage(event);
        },
      });
      return new Promise<void>((resolve) => {
        release = () => {
          close();
          resolve();
        };
      });
    })
    // Given up while waiting for the lock.
    .catch(() => undefined);
  return () => {
    if (release) release();
    else waiting.abort();
    channel.close();
  };
}

function readWhileVisible(): () => void {
  let close: (() => void) | null = null;
  const look = () => {
    const isVisible = document.visibilityState === 'visible';
    if (isVisible) close ??= openStream({ token: () => token, told: tell });
    else {
      close?.();
      close = null;
    }
  };
  look();
  document.addEventListener('visibilitychange', look);
  return () => {
    document.removeEventListener('visibilitychange', look);
    close?.();
  };
}
