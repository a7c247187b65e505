// Owns the way from Strapi to the platform: routes, policies and cron jobs ask here for the one that start made.

import { ProblemError } from '../problems/problem-error';
import type { Platform } from './platform';

let current: Platform | null = null;

export function setPlatform(platform: Platform | null): void {
  current = platform;
}

/** The running platform; throws NOT_READY while it starts. */
export function getPlatform(): Platform {
  if (current) return current;
  throw new ProblemError({
    code: 'NOT_READY',
    status: 503,
    vi: 'Hệ thống đang khởi động. Hãy thử lại sau ít giây.',
    en: 'Expected the platform to be ready, but it is still starting. Try again in a few seconds.',
  });
}
