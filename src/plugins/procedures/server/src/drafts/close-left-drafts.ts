// Owns the end of drafts that a program has brought to be tried and then never proposed, because it broke off. Whatever
// somebody else has gone on with, or that was proposed, is left.
import type { Platform } from '../runtime/platform';
import { closeUntouched } from './close-draft';

/** A job that is run again the next day still goes on with what was tried. */
const LEFT_MS = 48 * 60 * 60 * 1000;

/** A look of housekeeping; a few at a time. */
export async function closeLeftDrafts(platform: Platform): Promise<void> {
  const { knex, clock } = platform;
  const left: string[] = await knex('procedures.drafts as draft')
    .join('procedures.people as program', 'program.id', 'draft.created_by')
    .where({ 'draft.state': 'OPEN', 'program.technical': true })
    .whereRaw('draft.changed_by = draft.created_by')
    .where('draft.changed_at', '<', new Date(clock.now().getTime() - LEFT_MS))
    .whereNotExists((proposed) =>
      proposed.from('procedures.publications as proposed').whereRaw('proposed.draft_id = draft.id'),
    )
    .limit(20)
    .pluck('draft.id');
  for (const id of left) await closeUntouched(platform, id, null);
}
