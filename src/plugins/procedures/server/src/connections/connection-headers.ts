// Owns the headers of a connection: sealed when they are kept, opened only to be sent.
import type { ConnectionBody } from '../../../shared/service-tasks-contract';
import type { Platform } from '../runtime/platform';
import { openSecret, sealSecret } from '../webhooks/secret';
import { serverKey } from '../webhooks/server-key';
import type { ConnectionRecord, KeptHeader } from './connection-rows';

/** A secret without a value is the one that `before` has under that name. */
export function keptHeaders(
  platform: Pick<Platform, 'strapi'>,
  given: ConnectionBody['headers'],
  before: readonly KeptHeader[],
): KeptHeader[] {
  return given.map(({ name, value, secret }) => {
    if (!secret) return { name, value: value ?? '' };
    if (value) return { name, sealed: sealSecret(value, serverKey(platform)) };
    return { name, sealed: before.find((one) => sameName(one.name, name))?.sealed };
  });
}

export function openHeaders(
  platform: Pick<Platform, 'strapi'>,
  { headers }: Pick<ConnectionRecord, 'headers'>,
): Record<string, string> {
  return Object.fromEntries(
    headers.map(({ name, value, sealed }) => [
      name.toLowerCase(),
      sealed ? openSecret(sealed, serverKey(platform)) : (value ?? ''),
    ]),
  );
}

export const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
