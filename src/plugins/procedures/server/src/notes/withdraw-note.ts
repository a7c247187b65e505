// Owns the withdrawal of a note: its author, or the head of the unit that handles the case, with a reason; it stays.
import { placeOfCase } from '../attachments/load-attachment';
import { writeAudit } from '../audit/write-audit';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { reasonOf } from '../problems/reason';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { loadNote } from './note-record';

export async function withdrawNote(
  platform: Platform,
  actor: Actor,
  id: string,
  givenReason: unknown,
): Promise<string> {
  return inTransaction(platform.strapi, async (trx) => {
    const note = await loadNote(trx, id, actor.tenantId);
    const place = await placeOfCase(trx, actor, note.case_id);
    requireAllowed(decide(actor, 'note.withdraw', { ...place, author: note.author }));
    if (note.withdrawn_at) return note.case_id;
    const reason = reasonOf(givenReason);
    const now = platform.clock.now();
    await trx('procedures.notes')
      .where({ id })
      .update({ withdrawn_at: now, withdrawn_by: actor.personId, withdrawn_reason: reason });
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: now,
      actor,
      action: 'note.withdraw',
      subjectType: 'note',
      subjectId: id,
    });
    return note.case_id;
  });
}
