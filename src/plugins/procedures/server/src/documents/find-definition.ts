// Owns finding a document's definition in a published package.
import type { DocumentDefinition } from '../packages/types';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import type { PublishedPackage } from '../publishing/package-library';

export function findDefinition(published: PublishedPackage, documentId: string): DocumentDefinition {
  const found = published.read.manifest.documents?.find((one) => one.id === documentId);
  return found ?? (requireAllowed(NOT_FOUND) as never);
}
