// Owns the removal of files whose entry was given up: they never became part of a case.
import type { Platform } from '../runtime/platform';
import { unboundMs } from './attachment-limit';

/** A look of housekeeping; a few at a time, so that no look is long. */
export async function removeUnboundAttachments(platform: Pick<Platform, 'knex' | 'clock'>): Promise<number> {
  const before = new Date(platform.clock.now().getTime() - unboundMs());
  const old: string[] = await platform
    .knex('procedures.attachments')
    .whereNull('case_id')
    .where('uploaded_at', '<', before)
    // What somebody still has as a draft, an entry or an answer, keeps its files as long as itself.
    .whereNotExists((draft) =>
      draft.from('procedures.intake_drafts as draft').whereRaw('draft.id = procedures.attachments.client_id'),
    )
    .whereNotExists((draft) =>
      draft.from('procedures.answer_drafts as draft').whereRaw('draft.client_id = procedures.attachments.client_id'),
    )
    .limit(50)
    .pluck('id');
  if (old.length === 0) return 0;
  return platform.knex('procedures.attachments').whereIn('id', old).whereNull('case_id').delete();
}
