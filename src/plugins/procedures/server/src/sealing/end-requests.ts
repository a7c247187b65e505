// Owns the end of requests: what was opened closes when its time is over, and what nobody decided is asked again.
import type { Platform } from '../runtime/platform';

const PENDING_DAYS = 14;

export async function endRequests(platform: Pick<Platform, 'knex' | 'clock'>): Promise<void> {
  const now = platform.clock.now();
  const longAgo = new Date(now.getTime() - PENDING_DAYS * 24 * 60 * 60 * 1000);
  await platform
    .knex('procedures.identity_requests')
    .where((over) =>
      over
        .where((opened) => opened.where('state', 'APPROVED').where('ends_at', '<=', now))
        .orWhere((waiting) => waiting.where('state', 'PENDING').where('asked_at', '<=', longAgo)),
    )
    .update({ state: 'EXPIRED', resealed_key: null });
}
