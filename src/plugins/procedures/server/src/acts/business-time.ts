// Owns when an act happened. It may be entered later than it happened (late entry), with a reason; never before it has
// happened.
import { ProblemError } from '../problems/problem-error';

/** Entering within this many milliseconds of the act needs no reason: five minutes to type it. */
const PROMPT_MS = 5 * 60 * 1000;
const EARLIEST = Date.UTC(1945, 8, 2);

/** The instant of the act: `at` as sent (ISO 8601), else now. Throws when it lies ahead, or is late without a reason. */
export function businessTime(
  now: Date,
  at: unknown,
  lateReason: unknown,
): { businessAt: Date; lateReason: string | null } {
  const reason = typeof lateReason === 'string' && lateReason.trim() !== '' ? lateReason.trim().slice(0, 1000) : null;
  if (at === undefined || at === null || at === '') return { businessAt: now, lateReason: reason };
  const instant = new Date(String(at));
  if (Number.isNaN(instant.getTime()) || instant.getTime() < EARLIEST) {
    throw new ProblemError({
      code: 'TIME_UNREADABLE',
      vi: 'Cần thời điểm theo dạng 2026-11-22T14:05:00+07:00, nhưng giá trị gửi lên không đọc được. Hãy nhập lại ngày giờ.',
      en: 'Expected an instant such as 2026-11-22T14:05:00+07:00, but it cannot be read. Enter the date and time again.',
    });
  }
  if (instant > now) {
    throw new ProblemError({
      code: 'TIME_AHEAD',
      vi: 'Cần thời điểm việc đã xảy ra, nhưng thời điểm này còn ở phía trước. Hãy sửa lại.',
      en: 'Expected the time at which it happened, but this lies ahead. Correct it.',
    });
  }
  if (now.getTime() - instant.getTime() > PROMPT_MS && !reason) {
    throw new ProblemError({
      code: 'LATE_ENTRY_NEEDS_REASON',
      vi: 'Việc được nhập sau khi đã xảy ra (nhập bù) cần có lý do. Hãy ghi lý do nhập muộn.',
      en: 'Expected a reason, since this is entered after it happened (late entry). Say why.',
      detail: { problems: [{ path: 'lateReason', vi: 'Cần lý do nhập muộn', en: 'A reason is needed' }] },
    });
  }
  return { businessAt: instant, lateReason: reason };
}
