// Owns the check of what a browser sends as a locked private key: its shape and its strength, never its content.
import type { LockedKey } from '../../../shared/sealing-crypto';

/** A page that locked with less would leave the key to guessing. */
const LEAST_PASSES = 3;
const LEAST_MEMORY = 64 * 1024 * 1024;
const MOST_TEXT = 200;

export function isLockedKey(value: unknown): value is LockedKey {
  if (!value || typeof value !== 'object') return false;
  const key = value as Record<string, unknown>;
  const isText = (name: string) =>
    typeof key[name] === 'string' && key[name].length > 0 && key[name].length <= MOST_TEXT;
  const isAtLeast = (name: string, least: number) => Number.isInteger(key[name]) && (key[name] as number) >= least;
  return (
    Object.keys(key).length === 7 &&
    key.version === 1 &&
    key.kdf === 'argon2id13' &&
    isAtLeast('passes', LEAST_PASSES) &&
    isAtLeast('memory', LEAST_MEMORY) &&
    ['salt', 'nonce', 'box'].every(isText)
  );
}
