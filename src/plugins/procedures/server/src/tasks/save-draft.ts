// Owns the drafts: what a person has typed into a task and not yet sent. Kept on the server, never in the browser.
import type { FormValues, SaveDraftBody } from '../../../shared/contracts';
import { decide } from '../policy/decide';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { mayReplace, type StampColumns, stampOf, standing } from '../typed/draft-stamp';
import { occurrenceOf, storedDraft } from './draft-content';
import { loadTask } from './load-task';
import { requireHolder } from './require-holder';

/** A draft larger than this many bytes is refused; forms are far smaller. */
const MAX_BYTES = 1_000_000;

export async function saveDraft(
  platform: Platform,
  actor: Actor,
  taskId: string,
  { values, at, lateReason, stamp: given }: Partial<Record<keyof SaveDraftBody, unknown>>,
): Promise<Date> {
  const { task, subject } = await loadTask(platform.knex, taskId, actor.tenantId);
  await requireHolder(platform.knex, decide(actor, 'task.saveDraft', subject), task);
  const content = { values: (values ?? {}) as FormValues, ...occurrenceOf(at, lateReason) };
  const text = JSON.stringify(storedDraft(content));
  if (!values || typeof values !== 'object' || Array.isArray(values) || Buffer.byteLength(text) > MAX_BYTES) {
    throw new ProblemError({
      code: 'DRAFT_REFUSED',
      vi: 'Cần nội dung biểu mẫu dưới 1 MB, nhưng bản nháp quá lớn hoặc không đọc được. Hãy rút gọn.',
      en: 'Expected form values under 1 MB, but the draft is larger or unreadable. Shorten it.',
    });
  }
  const stamp = stampOf(given);
  const mine = { task_id: task.id, person_id: actor.personId };
  const drafts = () => platform.knex('procedures.task_drafts');
  const newer = mayReplace('task_drafts', stamp);
  const [kept]: { saved_at: Date }[] = await drafts()
    .insert({ ...mine, values: text, reason: null, saved_at: platform.clock.now(), ...stamp.columns })
    .onConflict(['task_id', 'person_id'])
    .merge(['values', 'reason', 'saved_at', 'page_id', 'page_count'])
    .whereRaw(newer.sql, newer.bindings)
    .returning('saved_at');
  if (kept) return kept.saved_at;
  const stored: (StampColumns & { saved_at: Date }) | undefined = await drafts()
    .where(mine)
    .first('page_id', 'saved_at');
  // It was sent in between, and is no draft any more.
  return stored ? standing(stored, stamp) : platform.clock.now();
}
