// Owns what counts as a reason that a person gives: words, and not too many.
import { ProblemError } from './problem-error';

const MAX_LENGTH = 1_000;

export function reasonOf(given: unknown): string {
  const text = typeof given === 'string' ? given.normalize('NFC').trim() : '';
  if (text !== '' && text.length <= MAX_LENGTH) return text;
  throw new ProblemError({
    code: 'REASON_NEEDED',
    vi: `Cần lý do, từ 1 đến ${MAX_LENGTH} ký tự. Hãy ghi rõ để người khác đọc lại được.`,
    en: `Expected a reason of 1 to ${MAX_LENGTH} characters. Say why, for whoever reads it later.`,
    detail: {
      problems: [
        {
          path: 'reason',
          vi: `Ghi lý do, nhiều nhất ${MAX_LENGTH} ký tự.`,
          en: `Give a reason of at most ${MAX_LENGTH} characters.`,
        },
      ],
    },
  });
}
