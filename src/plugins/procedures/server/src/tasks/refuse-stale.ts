// Owns the check that a page acts on the task it has read: every write raises the version.
import { ProblemError } from '../problems/problem-error';
import type { TaskRecord } from '../storage/rows';

export function refuseStale(task: TaskRecord, version: unknown): void {
  if (version === task.version) return;
  throw new ProblemError({
    code: 'TASK_CHANGED',
    status: 409,
    vi: 'Công việc đã thay đổi từ khi bạn mở. Nội dung bạn nhập vẫn còn; hãy tải lại công việc rồi gửi lại.',
    en: `Expected version ${task.version} of the task, but the form was opened at ${String(version)}. What you typed is kept; reload the task and send again.`,
    detail: { version: task.version },
  });
}
