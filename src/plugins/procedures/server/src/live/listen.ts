// Owns the connection that listens for announcements. It comes back by itself, waiting longer each time; whoever uses it
// is told that something may have been missed.
import { Client } from 'pg';
import type { Log } from '../runtime/platform';
import { LIVE_CHANNEL, type LiveChange, readChange } from './live-change';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

interface Ear {
  hear(change: LiveChange): void;
  resync(): void;
}

/** Returns what ends it. */
export async function listen(databaseUrl: string, ear: Ear, log: Log): Promise<() => Promise<void>> {
  let client: Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let waitMs = FIRST_WAIT_MS;
  let stopped = false;

  async function connect(isFirst: boolean): Promise<void> {
    const opened = new Client({ connectionString: databaseUrl, keepAlive: true });
    opened.on('notification', ({ payload }) => {
      const change = readChange(payload ?? '');
      if (change) ear.hear(change);
    });
    let isLost = false;
    const lost = (why: string) => {
      if (isLost) return;
      isLost = true;
      opened.end().catch(() => undefined);
      again(why);
    };
    opened.on('error', (error) => lost(error.message));
    opened.on('end', () => lost('ended'));
    client = opened;
    try {
      await opened.connect();
      await opened.query(`listen ${LIVE_CHANNEL}`);
      waitMs = FIRST_WAIT_MS;
      if (!isFirst) ear.resync();
    } catch (error) {
      lost((error as Error).message);
    }
  }

  function again(why: string): void {
    if (stopped) return;
    log.warn(`live pages: connection lost (${why}); tried again in ${waitMs} ms`);
    timer = setTimeout(() => void connect(false), waitMs);
    waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
  }

  await connect(true);
  return async () => {
    stopped = true;
    if (timer) clearTimeout(timer);
    await client?.end().catch(() => undefined);
  };
}
