// integration/ owns how other programs use the platform: tokens with scopes, keys against doubles, the documented routes
// under /api/procedures/v1, and the reconciliation of our list with theirs. This file owns the secret of a token.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const FORM = /^prc_([0-9a-f]{32})_([A-Za-z0-9_-]{43})$/;

/** A new secret: shown once to whoever asked for the token; only its hash is kept. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export const tokenText = (id: string, secret: string): string => `prc_${id.replaceAll('-', '')}_${secret}`;

/** The parts of a token as it comes in a header; null for anything else. */
export function parseToken(text: string): { id: string; secret: string } | null {
  const [, hex, secret] = FORM.exec(text) ?? [];
  if (!hex || !secret) return null;
  return { id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), secret };
}

/** Compares in constant time. */
export function isSecretOf(secret: string, hash: string): boolean {
  const given = Buffer.from(hashOfSecret(secret), 'hex');
  const kept = Buffer.from(hash, 'hex');
  return given.length === kept.length && timingSafeEqual(given, kept);
}
