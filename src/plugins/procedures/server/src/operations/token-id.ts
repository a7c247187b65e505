// Owns the id under which pages speak of a position of an instance: no engine key leaves the platform.
import { createHash } from 'node:crypto';

export function tokenId(engineId: string, elementInstanceKey: string): string {
  return createHash('sha256').update(`token ${engineId}/${elementInstanceKey}`).digest('hex').slice(0, 24);
}
