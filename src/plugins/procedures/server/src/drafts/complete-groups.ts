// Owns the groups that the manifest learns from a drawing: those that it names and the tenant has.
import type { Manifest } from '../packages/types';
import type { KnownGroup } from './known-group';

export function completeGroups(manifest: Manifest, named: readonly string[], groups: readonly KnownGroup[]): void {
  for (const id of named) {
    const title = groups.find((one) => one.id === id)?.title;
    if (!title || manifest.candidateGroups.some((one) => one.id === id)) continue;
    manifest.candidateGroups.push({ id, title: { vi: title, en: title } });
  }
}
