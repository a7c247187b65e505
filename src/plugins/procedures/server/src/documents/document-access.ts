// Owns the loading of a document with its case and definition, and the question to the policy that goes with it.
import { loadCase } from '../cases/load-case';
import type { DocumentDefinition } from '../packages/types';
import { decide } from '../policy/decide';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import type { CaseSubject, EventSubject } from '../policy/subjects';
import type { PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';
import { findDefinition } from './find-definition';
import type { CaseDocumentRecord } from './rows';

export interface LoadedDocument {
  row: CaseDocumentRecord;
  current: CaseRecord;
  published: PublishedPackage;
  definition: DocumentDefinition;
}

/** Throws the policy's refusal; an unknown id, another tenant's and a case that may not be known are the same. */
export async function loadDocument(
  platform: Platform,
  actor: Actor,
  id: string,
  action: 'document.read' | 'document.write',
): Promise<LoadedDocument> {
  const row: CaseDocumentRecord | undefined = UUID.test(id)
    ? await platform.knex('procedures.case_documents').where({ id, tenant_id: actor.tenantId }).first()
    : undefined;
  if (!row) return requireAllowed(NOT_FOUND) as never;
  const { current, subject } = await loadCase(platform.knex, row.case_id, actor.tenantId);
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  const definition = findDefinition(published, row.document_id);
  requireAllowed(
    action === 'document.read'
      ? decide(actor, action, subject)
      : decide(actor, action, writeSubject(actor, subject, definition)),
  );
  return { row, current, published, definition };
}

export const writeSubject = (actor: Actor, subject: CaseSubject, definition: DocumentDefinition): EventSubject => ({
  tenantId: actor.tenantId,
  groups: definition.groups ?? [],
  case: subject,
});
