// Owns ids that a seed gives again and again for the same thing, so that running it twice adds nothing.
import { createHash } from 'node:crypto';

/** A uuid (version 8: of our own making) derived from `name`. */
export function stableId(...name: string[]): string {
  const bytes = createHash('sha256').update(name.join('\u0000')).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export const personId = (tenantId: string, email: string) => stableId(tenantId, 'person', email);
