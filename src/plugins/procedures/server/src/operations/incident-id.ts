// Owns the id under which pages and API speak of an incident: no engine key leaves the platform.
import { createHash } from 'node:crypto';

export function incidentId(engineId: string, incidentKey: string): string {
  return createHash('sha256').update(`${engineId}/${incidentKey}`).digest('hex').slice(0, 24);
}
