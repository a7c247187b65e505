// Owns what a connection may be allowed to send: the plain variables of the tenant's procedures, by their words.
import type { ConnectionList } from '../../../shared/service-tasks-contract';
import type { Platform } from '../runtime/platform';

export async function sendableVariables(platform: Platform, tenantId: string): Promise<ConnectionList['variables']> {
  const published = await platform.library.allActive(tenantId);
  const words = new Map<string, string>();
  for (const { read } of published) {
    for (const { name, type, title } of read.manifest.variables) {
      if (['string', 'number', 'boolean'].includes(type) && !words.has(name)) words.set(name, title?.vi ?? name);
    }
  }
  return [...words].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, 'vi'));
}
