// Owns the words for an evaluation without an end.
import { ProblemError } from '../../problems/problem-error';

/** The engine has one thread for it and may be busy for ever: whoever asks next gets another. */
export const evaluationTooLong = () =>
  new ProblemError({
    code: 'EXPRESSION_TOO_LONG',
    status: 504,
    vi: 'Biểu thức chạy quá lâu trên máy chạy thử nên đã bị dừng. Trên máy thật nó sẽ làm tắc mọi hồ sơ: hãy viết gọn hơn.',
    en: 'Expected the expression to be evaluated within 15 seconds, but it was not, and the trial engine is replaced. On the real engine it would hold up every case: make it smaller.',
  });
