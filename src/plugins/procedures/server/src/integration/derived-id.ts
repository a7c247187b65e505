// Owns ids that follow from a token and a key: the same call again works under the same ids, whatever died between.
import { createHash } from 'node:crypto';

/** A uuid (version 8: custom) of the token, the key and what the id is for. */
export function derivedId(tokenId: string, key: string, purpose: string): string {
  const hash = createHash('sha256').update(`${tokenId}\n${key}\n${purpose}`).digest();
  hash[6] = (hash[6] & 0x0f) | 0x80;
  hash[8] = (hash[8] & 0x3f) | 0x80;
  const hex = hash.subarray(0, 16).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
