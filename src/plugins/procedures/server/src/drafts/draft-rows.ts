// drafts/ owns packages in the making: their files as last saved, who saved them, and what is wrong with them.
//
//   open-draft.ts, save-draft-file.ts, remove-draft-file.ts, close-draft.ts   the life of a draft
//   brought-draft.ts, close-left-drafts.ts              those that programs bring to be tried
//   take-newer.ts, newer-files.ts, merge-json.ts       the way on for a draft that a newer version has overtaken
//   draft-diagram.ts                                    a drawing on paper
//   complete-package.ts                                 what a drawn step needs besides, filled in where the model says it
//   check-draft.ts                                      the verdict on a draft, with what the law keeps
//
// This file owns the rows and how a draft of the tenant is found.
import type { Knex } from 'knex';
import type { DraftFileKind, DraftRow } from '../../../shared/packages-contract';
import { ProblemError } from '../problems/problem-error';
import type { PersonNames } from '../views/person-names';

export interface DraftRecord {
  id: string;
  tenant_id: string;
  package_id: string;
  base_version: string;
  state: 'OPEN' | 'CLOSED';
  created_by: string;
  created_at: Date;
  changed_by: string;
  changed_at: Date;
}

export interface DraftFileRecord {
  draft_id: string;
  path: string;
  revision: number;
  content: Buffer;
  changed_by: string;
  changed_at: Date;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const isUuid = (text: string): boolean => UUID.test(text);

/**
 * The open draft, or a 404 that says no more: another tenant's is as unknown as none. Inside a transaction nobody else
 * changes, closes or proposes it until the end.
 */
export async function findDraft(knex: Knex, tenantId: string, id: string): Promise<DraftRecord> {
  const query = knex('procedures.drafts').where({ id, tenant_id: tenantId, state: 'OPEN' });
  const found: DraftRecord | undefined = isUuid(id)
    ? await (knex.isTransaction ? query.forUpdate() : query).first()
    : undefined;
  if (found) return found;
  throw new ProblemError({
    code: 'DRAFT_UNKNOWN',
    status: 404,
    vi: 'Không có bản thảo này, hoặc bản thảo đã đóng. Hãy mở lại danh sách quy trình.',
    en: 'Expected an open draft, but there is none: go back to the list of procedures.',
  });
}

export async function draftFiles(knex: Knex, draftId: string): Promise<Map<string, Buffer>> {
  const rows: { path: string; content: Buffer }[] = await knex('procedures.draft_files')
    .where({ draft_id: draftId })
    .orderBy('path')
    .select('path', 'content');
  return new Map(rows.map((row) => [row.path, row.content]));
}

export function draftView(row: DraftRecord, names: PersonNames): DraftRow {
  const person = (id: string) => ({ id, name: names.get(id) ?? '' });
  return {
    id: row.id,
    packageId: row.package_id,
    baseVersion: row.base_version,
    createdBy: person(row.created_by),
    changedBy: person(row.changed_by),
    changedAt: row.changed_at.toISOString(),
  };
}

export function fileKind(path: string): DraftFileKind {
  const end = path.split('.').at(-1) ?? '';
  if (end === 'bpmn' || end === 'dmn' || end === 'form' || end === 'json') return end;
  return 'binary';
}
