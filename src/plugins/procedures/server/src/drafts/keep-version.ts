// Owns the earlier versions of a draft's files: what a file was is kept before it becomes something else.
import type { Knex } from 'knex';
import type { DraftFileRecord } from './draft-rows';

export async function keepVersion(trx: Knex.Transaction, file: DraftFileRecord): Promise<void> {
  const { draft_id, path, revision, content, changed_by, changed_at } = file;
  await trx('procedures.draft_file_versions')
    .insert({ draft_id, path, revision, content, changed_by, changed_at })
    .onConflict(['draft_id', 'path', 'revision'])
    .ignore();
}
