// Owns the drafts: what a person has typed into a task and not yet sent. Kept on the server, never in the browser.
import { decide } from '../policy/decide';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { loadTask } from './load-task';
import { requireHolder } from './require-holder';

/** A draft larger than this many bytes is refused; forms are far smaller. */
const MAX_BYTES = 1_000_000;

export async function saveDraft(platform: Platform, actor: Actor, taskId: string, values: unknown): Promise<Date> {
  const { task, subject } = await loadTask(platform.knex, taskId, actor.tenantId);
  await requireHolder(platform.knex, decide(actor, 'task.saveDraft', subject), task);
  const text = JSON.stringify(values ?? {});
  if (!values || typeof values !== 'object' || Array.isArray(values) || Buffer.byteLength(text) > MAX_BYTES) {
    throw new ProblemError({
      code: 'DRAFT_REFUSED',
      vi: 'Cần nội dung biểu mẫu dưới 1 MB, nhưng bản nháp quá lớn hoặc không đọc được. Hãy rút gọn.',
      en: 'Expected form values under 1 MB, but the draft is larger or unreadable. Shorten it.',
    });
  }
  const savedAt = platform.clock.now();
  await platform
    .knex('procedures.task_drafts')
    .insert({ task_id: task.id, person_id: actor.personId, values: text, reason: null, saved_at: savedAt })
    .onConflict(['task_id', 'person_id'])
    .merge(['values', 'reason', 'saved_at']);
  return savedAt;
}
