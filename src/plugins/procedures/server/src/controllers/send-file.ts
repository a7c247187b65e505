// Owns how a route answers with a file: never kept by the browser or anything between, and never run.
import type { RouteContext } from './respond';

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  zip: 'application/zip',
} as const;

/** `name` is ours: ASCII, no personal data. */
export function sendFile(context: RouteContext, kind: keyof typeof TYPES, name: string, content: Buffer): Buffer {
  context.set('Content-Type', TYPES[kind]);
  context.set('Content-Disposition', `attachment; filename="${name.replace(/[^\w.-]/g, '-')}.${kind}"`);
  context.set('Cache-Control', 'no-store');
  context.set('X-Content-Type-Options', 'nosniff');
  return content;
}
