// Owns the reason without which no case is linked, merged, split or set free again.
import { LINK_REASON_MAX, LINK_REASON_MIN } from '../../../shared/case-links-contract';
import { ProblemError } from '../problems/problem-error';

export function linkReason(given: unknown): string {
  const reason = typeof given === 'string' ? given.trim() : '';
  if (reason.length >= LINK_REASON_MIN && reason.length <= LINK_REASON_MAX) return reason;
  throw new ProblemError({
    code: 'REASON_NEEDED',
    status: 422,
    vi: `Cần lý do từ ${LINK_REASON_MIN} đến ${LINK_REASON_MAX} ký tự, nhưng có ${reason.length}. Hãy nêu vì sao hai hồ sơ liên quan như vậy.`,
    en: `Expected a reason of ${LINK_REASON_MIN} to ${LINK_REASON_MAX} characters, but it has ${reason.length}. Say why the cases stand so to each other.`,
  });
}
