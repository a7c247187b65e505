// Owns how an open question is changed: locked, asked of the policy, changed, told, audited; all of it or nothing.
import type { Knex } from 'knex';
import type { AuditDetail } from '../audit/audit-entry';
import { writeAudit } from '../audit/write-audit';
import type { Recipient } from '../notices/find-recipients';
import type { LocalText } from '../packages/types';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { type LoadedQuestion, loadQuestion, type QuestionRecord } from './question-record';
import { announceQuestion, tellQuestion } from './tell-question';

export interface QuestionChange {
  set: Partial<QuestionRecord>;
  /** The action as the audit chain names it. */
  action: string;
  detail?: AuditDetail;
  tell?: { to: Recipient | readonly Recipient[]; why: LocalText };
}

export async function changeQuestion(
  platform: Platform,
  actor: Actor,
  id: string,
  right: 'question.claim' | 'question.answer' | 'question.decide' | 'question.withdraw',
  change: (trx: Knex.Transaction, loaded: LoadedQuestion, now: Date) => Promise<QuestionChange>,
): Promise<void> {
  await inTransaction(platform.strapi, async (trx) => {
    const loaded = await loadQuestion(trx, actor, id, true);
    requireAllowed(decide(actor, right, loaded.subject));
    const now = platform.clock.now();
    const { set, action, detail, tell } = await change(trx, loaded, now);
    if (Object.keys(set).length > 0) await trx('procedures.unit_questions').where({ id }).update(set);
    if (tell) await tellQuestion(trx, loaded.question, { ...tell, now, by: actor });
    else await announceQuestion(trx, loaded.question);
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: now,
      actor,
      action,
      subjectType: 'question',
      subjectId: id,
      detail,
    });
  });
}
