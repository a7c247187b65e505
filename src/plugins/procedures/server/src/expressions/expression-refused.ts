// Owns the words for a question about FEEL that is none.
import { ProblemError } from '../problems/problem-error';

export const expressionRefused = (vi: string, en: string) =>
  new ProblemError({
    code: 'EXPRESSION_REFUSED',
    status: 422,
    vi: `Để thử cần ${vi}. Hãy sửa rồi thử lại.`,
    en: `Expected ${en}, but got something else. Correct it and try again.`,
  });
