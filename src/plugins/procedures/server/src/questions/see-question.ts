// Owns the trace of reading a question: every reading is in the audit chain; the first by the asked unit is the moment at
// which both sides see that it was seen.
import { writeAudit } from '../audit/write-audit';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { isAsked } from '../policy/question-rules';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { type LoadedQuestion, loadQuestion } from './question-record';
import { announceQuestion } from './tell-question';

export async function seeQuestion(platform: Platform, actor: Actor, id: string): Promise<LoadedQuestion> {
  const loaded = await loadQuestion(platform.knex, actor, id);
  requireAllowed(decide(actor, 'question.read', loaded.subject));
  const now = platform.clock.now();
  await inTransaction(platform.strapi, async (trx) => {
    const { question, subject } = loaded;
    if (question.seen_at === null && question.state === 'OPEN' && isAsked(actor, subject)) {
      const seen = { seen_at: now, seen_by: actor.personId };
      await trx('procedures.unit_questions').where({ id }).whereNull('seen_at').update(seen);
      Object.assign(question, seen);
      await announceQuestion(trx, question);
    }
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: now,
      actor,
      action: 'question.read',
      subjectType: 'question',
      subjectId: id,
    });
  });
  return loaded;
}
