// Owns the mark that a form carries: which entry it is (so that sending twice is one case), for what, and since when it is
// open. Signed, so that nobody chooses the id of a case; holds nothing of the person.
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

export interface Entry {
  readonly id: string;
  /** What the form is for, e.g. tenant/package/event. */
  readonly purpose: string;
  readonly openedAt: number;
}

const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

export function newEntry(key: string, purpose: string, now: number): string {
  const body = Buffer.from(JSON.stringify([randomUUID(), purpose, now])).toString('base64url');
  return `${body}.${signatureOf(key, body)}`;
}

/** null: not ours, for something else, or a week old. */
export function readEntry(key: string, token: string, purpose: string, now: number): Entry | null {
  const [body = '', signature = ''] = token.split('.');
  const expected = Buffer.from(signatureOf(key, body));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const [id, of, openedAt] = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as [string, string, number];
  return of === purpose && now - openedAt < KEPT_MS ? { id, purpose: of, openedAt } : null;
}

export const signatureOf = (key: string, text: string): string =>
  createHmac('sha256', key).update(`portal-entry:${text}`).digest('base64url');
