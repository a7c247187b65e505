// Owns who has to do with a package's book: whoever takes cases in, and whoever the manifest lets keep numbers.
import type { Manifest } from '../packages/types';
import type { BookSubject } from '../policy/subjects';
import type { Actor } from '../tenants/actor';

export const bookSubject = (actor: Actor, manifest: Manifest): BookSubject => ({
  tenantId: actor.tenantId,
  packageId: manifest.id,
  groups: manifest.starts.flatMap((start) => start.groups),
  reservedBy: manifest.record.numberSeries?.reservedBy ?? [],
});
