// Owns the guard in front of the content manager's addresses of records: pages to look at, nothing to change, and no
// side door through relations, which Strapi reads past the document filters.
import type { Core } from '@strapi/strapi';
import { PEOPLE_TYPE, recordTypes } from './record-types';
import { NOT_READABLE, READ_ONLY } from './refuse';

const RECORD_ADDRESS = /^\/content-manager\/+(collection-types|single-types|relations|uid|preview)\/+([^/]+)/i;

interface GuardedContext {
  method: string;
  path: string;
  status: number;
  body: unknown;
}

/** The reason to refuse this request, or null. */
export function refusalOf(method: string, path: string): typeof READ_ONLY | null {
  const match = RECORD_ADDRESS.exec(path);
  if (!match) return null;
  const uid = decoded(match[2] ?? '');
  if (!recordTypes.has(uid)) return null;
  if (match[1]?.toLowerCase() !== 'collection-types' || uid === PEOPLE_TYPE) return NOT_READABLE;
  return method === 'GET' || method === 'HEAD' ? null : READ_ONLY;
}

export function guardContentManager(strapi: Core.Strapi): void {
  strapi.server.use(async (ctx: GuardedContext, next: () => Promise<unknown>) => {
    const reason = refusalOf(ctx.method, ctx.path);
    if (!reason) return next();
    ctx.status = 403;
    ctx.body = {
      data: null,
      error: { status: 403, name: 'ForbiddenError', message: `${reason.vi} / ${reason.en}`, details: reason },
    };
    return undefined;
  });
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
