// Owns the rows of publications: what one person proposed, frozen, and what another decided.
import type { Knex } from 'knex';
import type { PublicationRow, PublicationState } from '../../../shared/packages-contract';
import type { ProposedTrials } from '../../../shared/trials-contract';
import { isUuid } from '../drafts/draft-rows';
import type { LocalText } from '../packages/types';
import type { PublicationSubject } from '../policy/subjects';
import { ProblemError } from '../problems/problem-error';
import { named, type PersonNames } from '../views/person-names';
import { approverRules } from './approver-rules';

export interface PublicationRecord {
  id: string;
  tenant_id: string;
  package_id: string;
  version: string;
  base_version: string;
  kind: 'CHANGE' | 'ROLLBACK';
  draft_id: string | null;
  restores: string | null;
  note: string;
  state: PublicationState;
  effective_at: Date | null;
  proposed_by: string;
  proposed_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  decision_reason: string | null;
  in_force_at: Date | null;
  failure: LocalText | null;
  trials: ProposedTrials['scenarios'] | null;
  trials_reason: string | null;
}

export async function findPublication(knex: Knex, tenantId: string, id: string): Promise<PublicationRecord> {
  const found: PublicationRecord | undefined = isUuid(id)
    ? await knex('procedures.publications').where({ id, tenant_id: tenantId }).first()
    : undefined;
  if (found) return found;
  throw new ProblemError({
    code: 'PUBLICATION_UNKNOWN',
    status: 404,
    vi: 'Không có đề nghị ban hành này. Hãy mở lại danh sách quy trình.',
    en: 'Expected a proposal to publish, but there is none: go back to the list of procedures.',
  });
}

export async function publicationFiles(knex: Knex, id: string): Promise<Map<string, Buffer>> {
  const rows: { path: string; content: Buffer }[] = await knex('procedures.publication_files')
    .where({ publication_id: id })
    .orderBy('path')
    .select('path', 'content');
  return new Map(rows.map((row) => [row.path, row.content]));
}

export function publicationView(row: PublicationRecord, names: PersonNames): PublicationRow {
  return {
    id: row.id,
    packageId: row.package_id,
    version: row.version,
    baseVersion: row.base_version,
    kind: row.kind,
    restores: row.restores,
    note: row.note,
    state: row.state,
    effectiveAt: row.effective_at?.toISOString() ?? null,
    proposedBy: { id: row.proposed_by, name: names.get(row.proposed_by) ?? '' },
    proposedAt: row.proposed_at.toISOString(),
    decidedBy: named(names, row.decided_by),
    decidedAt: row.decided_at?.toISOString() ?? null,
    decisionReason: row.decision_reason,
    failure: row.failure,
  };
}

/** What the policy must know of a proposal. */
export async function publicationSubject(knex: Knex, row: PublicationRecord): Promise<PublicationSubject> {
  const token = await knex('procedures.api_tokens').where({ person_id: row.proposed_by }).first('created_by');
  const approvers = await approverRules(knex, row.tenant_id);
  return {
    tenantId: row.tenant_id,
    proposedBy: row.proposed_by,
    tokenAskedForBy: token?.created_by ?? null,
    approvers,
  };
}
