// Owns what is said of a value that the database cannot read as what it should be (an id that is none, a number or an instant
// beyond its kind). Routes refuse such values in words of their own; what one of them overlooks is still no fault of the server.
import { ProblemError } from '../problems/problem-error';

/** Of PostgreSQL: texts, numbers, instants and signs that do not fit. */
const UNREADABLE = new Set(['22P02', '22P03', '22P05', '22003', '22007', '22008', '22021', '22023', '54000']);

/** The problem to answer with, or null when the error is another. */
export function unreadableValue(error: unknown): ProblemError | null {
  const { code } = (error ?? {}) as { code?: unknown };
  if (typeof code !== 'string' || !UNREADABLE.has(code)) return null;
  return new ProblemError({
    code: 'VALUE_UNREADABLE',
    status: 400,
    vi: 'Có giá trị gửi lên không đọc được (mã, số hay thời điểm không đúng dạng) nên chưa ghi gì. Hãy tải lại trang rồi thử lại.',
    en: 'Expected readable values, but an id, a number or an instant is none, so nothing was recorded. Load the page again and retry.',
  });
}
