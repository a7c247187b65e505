// Owns the refusals of what a proposal says of itself.
import { ProblemError } from '../problems/problem-error';

export const refused = (path: string, vi: string, en: string): ProblemError =>
  new ProblemError({ code: 'PUBLICATION_REFUSED', status: 422, vi, en, detail: { problems: [{ path, vi, en }] } });

export const versionProblem = (highest?: string): ProblemError =>
  highest
    ? refused('version', `Số phiên bản phải lớn hơn ${highest}.`, `Expected a version above ${highest}.`)
    : refused('version', 'Số phiên bản gồm ba số, ví dụ 1.3.0.', 'Expected a version of three numbers, e.g. 1.3.0.');
