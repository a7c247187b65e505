// Owns the refusals of what a proposal says of itself, and of a package that cannot be published.
import { ProblemError } from '../problems/problem-error';

export const refused = (path: string, vi: string, en: string): ProblemError =>
  new ProblemError({ code: 'PUBLICATION_REFUSED', status: 422, vi, en, detail: { problems: [{ path, vi, en }] } });

export const versionProblem = (highest?: string): ProblemError =>
  highest
    ? refused('version', `Số phiên bản phải lớn hơn ${highest}.`, `Expected a version above ${highest}.`)
    : refused('version', 'Số phiên bản gồm ba số, ví dụ 1.3.0.', 'Expected a version of three numbers, e.g. 1.3.0.');

export const notPublishable = (problems: { severity: string; vi: string; en: string }[]): ProblemError => {
  const errors = problems.filter((one) => one.severity === 'error');
  const some = errors.slice(0, 3);
  return new ProblemError({
    code: 'PACKAGE_HAS_ERRORS',
    status: 422,
    vi: `Còn ${errors.length} lỗi nên chưa đề nghị ban hành được: ${some.map((one) => one.vi).join(' ')}`,
    en: `Expected a package without errors, but it has ${errors.length}: ${some.map((one) => one.en).join(' ')}`,
    detail: { findings: errors },
  });
};

export const publicationPending = (): ProblemError =>
  new ProblemError({
    code: 'PUBLICATION_PENDING',
    status: 409,
    vi: 'Bộ quy trình này đang có một đề nghị chờ duyệt hoặc chờ đến ngày. Hãy duyệt, từ chối hoặc rút đề nghị đó trước.',
    en: 'Expected no other open proposal for this package, but there is one. Decide or withdraw it first.',
  });
