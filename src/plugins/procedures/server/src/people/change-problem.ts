// Owns the answer to a change that the state of things does not allow.
import { ProblemError } from '../problems/problem-error';

export const changeProblem = (code: string, vi: string, en: string, path?: string): ProblemError =>
  new ProblemError({
    code,
    status: path ? 422 : 409,
    vi,
    en,
    detail: path ? { problems: [{ path, vi, en }] } : undefined,
  });
