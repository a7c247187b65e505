// Owns the address of a case's main model.
import type { PublishedPackage } from '../publishing/package-library';

export function modelUrl(published: PublishedPackage): string {
  const { id, version } = published.read.manifest;
  return `/procedures/models/${id}/${version}/${published.mainModel}`;
}
