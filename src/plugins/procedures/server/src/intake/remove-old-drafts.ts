// Owns the removal of drafts that nobody has touched for long, and of those whose entry was sent meanwhile.
import type { Platform } from '../runtime/platform';
import { intakeDraftMs } from './intake-draft';

/** A look of housekeeping; a few at a time. How many went, never what they held. */
export async function removeOldDrafts({ knex, clock }: Pick<Platform, 'knex' | 'clock'>): Promise<number> {
  const before = new Date(clock.now().getTime() - intakeDraftMs());
  const over: string[] = await knex('procedures.intake_drafts as draft')
    .where('draft.saved_at', '<', before)
    .orWhereExists((sent) => sent.from('procedures.cases as sent').whereRaw('sent.id = draft.id'))
    .limit(50)
    .pluck('draft.id');
  return over.length === 0 ? 0 : knex('procedures.intake_drafts').whereIn('id', over).delete();
}
