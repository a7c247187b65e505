// Owns the words in which numbers are refused.
import { ProblemError } from '../problems/problem-error';

export const noBook = () =>
  new ProblemError({
    code: 'NO_BOOK',
    status: 404,
    vi: 'Bộ quy trình này không có sổ đánh số. Hãy chọn bộ quy trình khác.',
    en: 'Expected a package with a numbered book, but it has none: choose another.',
  });

export const reasonNeeded = () =>
  new ProblemError({
    code: 'REASON_NEEDED',
    status: 422,
    vi: 'Cần lý do từ 5 đến 500 ký tự. Hãy ghi rõ vì sao.',
    en: 'Expected a reason of 5 to 500 characters: say why.',
    detail: { problems: [{ path: 'reason', vi: 'Hãy ghi lý do.', en: 'Give a reason.' }] },
  });

export const badCount = (max: number) =>
  new ProblemError({
    code: 'COUNT_REFUSED',
    status: 422,
    vi: `Cần số lượng từ 1 đến ${max}. Hãy nhập lại.`,
    en: `Expected a count of 1 to ${max}: enter it again.`,
    detail: { problems: [{ path: 'count', vi: `Từ 1 đến ${max}.`, en: `1 to ${max}.` }] },
  });

export const notWaiting = (text: string) =>
  new ProblemError({
    code: 'NUMBER_NOT_WAITING',
    status: 409,
    vi: `Số ${text} không còn để dành: đã dùng, đã hủy hoặc không thuộc đợt nào. Hãy chọn số khác.`,
    en: `Expected number ${text} to be reserved and waiting, but it is used, void or of no block: choose another.`,
  });

export const otherYear = (text: string, year: number) =>
  new ProblemError({
    code: 'NUMBER_OF_OTHER_YEAR',
    status: 422,
    vi: `Số ${text} là số của sổ năm khác; việc xảy ra năm ${year}. Hãy sửa thời điểm hoặc chọn số khác.`,
    en: `Expected a number of the book of ${year}, but ${text} is of another year: correct the time or choose another number.`,
  });

export const paperNeedsTime = () =>
  new ProblemError({
    code: 'PAPER_NEEDS_TIME',
    status: 422,
    vi: 'Nhập bù theo số giấy cần thời điểm ghi trên giấy và lý do. Hãy nhập cả hai.',
    en: 'Expected the time on the paper and a reason, since a paper is entered late: give both.',
    detail: { problems: [{ path: 'lateReason', vi: 'Cần lý do nhập bù.', en: 'A reason is needed.' }] },
  });

export const readReason = (given: unknown): string => {
  const reason = typeof given === 'string' ? given.trim() : '';
  if (reason.length < 5 || reason.length > 500) throw reasonNeeded();
  return reason;
};
