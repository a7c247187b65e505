// Owns when a document is offered on a case: after its events, while its condition holds.
import { conditionHolds } from '../feel/resolve-feel';
import type { DocumentDefinition } from '../packages/types';
import type { PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { documentContext } from './document-context';

export async function offeredDocuments(
  platform: Platform,
  actor: Actor,
  current: CaseRecord,
  published: PublishedPackage,
): Promise<{ documents: DocumentDefinition[]; context: Record<string, unknown> }> {
  const documents = (published.read.manifest.documents ?? []).filter((one) => one.use !== 'COVER');
  if (documents.length === 0) return { documents, context: {} };
  const { context } = await documentContext(platform, actor, current, published);
  const happened = Object.keys(context.events as object);
  const now = documents.filter(({ offered }) => {
    const isTime = !offered?.events || offered.events.some((code) => happened.includes(code));
    return isTime && conditionHolds(offered?.when, context);
  });
  return { documents: now, context };
}

export async function isOffered(
  platform: Platform,
  actor: Actor,
  current: CaseRecord,
  published: PublishedPackage,
  definition: DocumentDefinition,
): Promise<boolean> {
  const { documents } = await offeredDocuments(platform, actor, current, published);
  return documents.some((one) => one.id === definition.id);
}
