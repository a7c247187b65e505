// Owns acting on many tasks at once: each by itself, in the order given, so that one that is refused keeps none of the
// others from it, and the answer says of each what became of it.
import { BATCH_LIMIT, type BatchAnswer, type BatchResult } from '../../../shared/task-list-contract';
import { ProblemError } from '../problems/problem-error';
import type { Log } from '../runtime/platform';

export interface ChosenTask {
  id: string;
  version: unknown;
}

/** The tasks of a request's body; throws when there are none, too many, or something else. */
export function readChosen(value: unknown): ChosenTask[] {
  const given = Array.isArray(value) ? value : [];
  const chosen = given.flatMap((one: unknown) => {
    const { id, version } = (one ?? {}) as { id?: unknown; version?: unknown };
    return typeof id === 'string' ? [{ id, version }] : [];
  });
  const isWhole = chosen.length === given.length && chosen.length > 0 && chosen.length <= BATCH_LIMIT;
  if (!isWhole || new Set(chosen.map(({ id }) => id)).size !== chosen.length) {
    throw new ProblemError({
      code: 'TASKS_NOT_CHOSEN',
      status: 400,
      vi: `Cần từ 1 đến ${BATCH_LIMIT} công việc khác nhau, nhưng nhận được ${given.length}. Hãy chọn lại trong danh sách.`,
      en: `Expected 1 to ${BATCH_LIMIT} different tasks, but got ${given.length}: choose again in the list.`,
    });
  }
  return chosen;
}

export async function eachTask(
  chosen: ChosenTask[],
  log: Log,
  act: (task: ChosenTask) => Promise<{ version?: number }>,
): Promise<BatchAnswer> {
  const results: BatchResult[] = [];
  for (const task of chosen) {
    try {
      results.push({ id: task.id, ok: true, version: (await act(task)).version });
    } catch (error) {
      results.push({ id: task.id, ok: false, error: problemOf(error, log) });
    }
  }
  return { results };
}

function problemOf(error: unknown, log: Log): Extract<BatchResult, { ok: false }>['error'] {
  if (error instanceof ProblemError) {
    const { code, vi, en, detail } = error;
    return { code, vi, en, detail: detail as Extract<BatchResult, { ok: false }>['error']['detail'] };
  }
  log.error(`one task of several: ${(error as Error).message}`);
  return {
    code: 'NOT_DONE',
    vi: 'Máy chủ gặp lỗi với công việc này. Hãy thử lại sau ít phút.',
    en: 'Expected to act on this task, but the server failed: try again in a few minutes.',
  };
}
