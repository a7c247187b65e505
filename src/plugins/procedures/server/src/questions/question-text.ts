// Owns what counts as the words of a question or an answer.
import { MAX_QUESTION_LENGTH } from '../../../shared/questions-contract';
import { noteText } from '../notes/note-text';
import { ProblemError } from '../problems/problem-error';

/** Plain text as in notes, shorter. */
export function questionText(given: unknown): string {
  const text = noteText(given);
  if ([...text].length <= MAX_QUESTION_LENGTH) return text;
  const sentence = {
    vi: `Nội dung dài quá ${MAX_QUESTION_LENGTH.toLocaleString('vi-VN')} ký tự. Hãy rút gọn, phần dài gửi thành tệp.`,
    en: `The text is longer than ${MAX_QUESTION_LENGTH} characters. Shorten it or send the rest as a file.`,
  };
  throw new ProblemError({
    code: 'TEXT_TOO_LONG',
    status: 413,
    ...sentence,
    detail: { problems: [{ path: 'text', ...sentence }] },
  });
}
