// notes/ owns what people write to each other on a case, and what they let the reporter read. A note is plain text and is
// never edited: a later one takes its place, or it is withdrawn with a reason; every wording stays.
// This file alone owns what counts as the text of a note.
import { ProblemError } from '../problems/problem-error';

export const MAX_NOTE_LENGTH = 10_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: all but tab and line break
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

/** Letters, line breaks and emoji as typed; what looks like markup is text like any other. */
export function noteText(given: unknown): string {
  const text =
    typeof given === 'string' ? given.normalize('NFC').replace(/\r\n?/g, '\n').replace(CONTROL, '').trim() : '';
  const length = [...text].length;
  if (length >= 1 && length <= MAX_NOTE_LENGTH) return text;
  const sentence =
    length === 0
      ? { vi: 'Hãy ghi nội dung.', en: 'Write something.' }
      : {
          vi: `Nội dung có ${length.toLocaleString('vi-VN')} ký tự; hãy rút còn nhiều nhất 10.000, phần dài hơn gửi thành tệp đính kèm.`,
          en: `The text has ${length} characters; shorten it to 10,000 or attach the rest as a file.`,
        };
  throw new ProblemError({
    code: length === 0 ? 'TEXT_NEEDED' : 'TEXT_TOO_LONG',
    status: length === 0 ? 400 : 413,
    ...sentence,
    detail: { problems: [{ path: 'text', ...sentence }], maxLength: MAX_NOTE_LENGTH },
  });
}
