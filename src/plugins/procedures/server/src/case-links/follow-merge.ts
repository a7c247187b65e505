// Owns the short wait after a merge was sent: the record of the ended process is looked for several times a second, so
// that the page need not wait for the scheduler, which looks all the same.
import { setTimeout as pause } from 'node:timers/promises';
import type { Platform } from '../runtime/platform';
import { confirmMerges } from './confirm-merges';

const LOOKS = 40;
const BETWEEN_MS = 250;

export function followMerge(platform: Platform, actionId: string): void {
  follow(platform, actionId).catch((error: Error) =>
    platform.log.warn(`merge ${actionId}: ${error.message}; the scheduler looks again`),
  );
}

async function follow(platform: Platform, actionId: string): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    await pause(BETWEEN_MS);
    await confirmMerges(platform);
    const action = await platform.knex('procedures.actions').where({ id: actionId }).first('state');
    if (action?.state === 'CONFIRMED' || action?.state === 'SUPERSEDED') return;
  }
}
