// Owns what a person is told while the database does not answer. It is no fault of what was sent: the same may be sent
// again, and acts are recognised when they come twice (tasks/repeated-completion.ts, the client id of a start).
import { ProblemError } from '../problems/problem-error';
import { isLostConnection } from './lost-connections';

/** The problem to answer with, or null when the error is another. */
export function databaseAway(error: unknown): ProblemError | null {
  if (!isLostConnection(error)) return null;
  return new ProblemError({
    code: 'DATABASE_AWAY',
    status: 503,
    vi: 'Cơ sở dữ liệu chưa trả lời nên chưa chắc đã ghi. Nội dung bạn nhập vẫn còn trên màn hình; hãy gửi lại sau vài giây, gửi trùng cũng chỉ ghi một lần.',
    en: 'Expected an answer from the database, but there was none, so it may not be recorded. What you typed is still here; send it again in a few seconds: sent twice it is recorded once.',
  });
}
