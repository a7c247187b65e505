// Owns what a page handler is given, and how its page is sent: the language, the words, the form that was sent, the address
// that is counted (never kept), the key of the marks.
import { createHmac } from 'node:crypto';
import { attachmentLimit } from '../attachments/attachment-limit';
import type { RouteContext } from '../controllers/respond';
import type { Platform } from '../runtime/platform';
import type { Html } from './html';
import { type PageFrame, renderPage } from './page-frame';
import { PAGE_HEADERS } from './page-headers';
import { type Language, languageOf, type Say, sayIn } from './portal-texts';
import type { Typed } from './read-form';
import { readMultipart, type SentFile } from './read-multipart';

export interface Ask {
  readonly language: Language;
  readonly say: Say;
  readonly key: string;
  readonly from: string;
}

export function askOf(platform: Platform, context: RouteContext): Ask {
  const language = languageOf(context.query.lang);
  return {
    language,
    say: sayIn(platform.strapi.dirs.static.public, language),
    key: portalKey(platform),
    from: context.request.ip ?? '',
  };
}

/** One for all processes of the application; derived, so that it opens nothing else. */
export function portalKey(platform: Platform): string {
  const [secret = ''] = platform.strapi.config.get<string[]>('server.app.keys', []);
  return createHmac('sha256', secret).update('procedures.portal').digest('hex');
}

export interface SentBody {
  readonly typed: Typed;
  readonly files: readonly SentFile[];
}

const EXTRA_BYTES = 5 * 1024 * 1024;

export async function bodyOfPage(context: RouteContext): Promise<SentBody> {
  const type = context.state.formType;
  if (type) {
    const { fields, files } = await readMultipart(context.req, type, attachmentLimit() + EXTRA_BYTES);
    return { typed: fields, files };
  }
  const body = context.request.body;
  const sent = body && typeof body === 'object' ? (body as Record<string, unknown>) : {};
  const typed = Object.entries(sent).map(
    ([name, value]) => [name, [value].flat().filter((one): one is string => typeof one === 'string')] as const,
  );
  return { typed: Object.fromEntries(typed), files: [] };
}

export const first = (typed: Typed, name: string): string => (typed[name]?.[0] ?? '').trim();

export function sendPage(context: RouteContext, frame: PageFrame, content: Html, status = 200): string {
  context.status = status;
  context.type = 'text/html; charset=utf-8';
  for (const [name, value] of Object.entries(PAGE_HEADERS)) context.set(name, value);
  return renderPage(frame, content);
}
