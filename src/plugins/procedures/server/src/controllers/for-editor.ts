// Owns the way into routes that change procedures: only for who manages procedures of the tenant.
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { forActor, type RouteContext } from './respond';

export const forEditor = (
  work: (platform: Platform, actor: Actor, context: RouteContext) => Promise<unknown>,
  status: number | null = 200,
) =>
  forActor((platform, actor, context) => {
    requireAllowed(decide(actor, 'package.write', { tenantId: actor.tenantId }));
    return work(platform, actor, context);
  }, status);
