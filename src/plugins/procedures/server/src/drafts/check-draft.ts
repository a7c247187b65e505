// Owns the verdict on the files of a draft: completed as publishing would, checked, and held to what the law keeps of the
// version in force. What cannot be read at all is a problem like any other.
import type { CheckResult } from '../../../shared/packages-contract';
import type { ConnectionChoice } from '../../../shared/service-tasks-contract';
import { checkFiles, checkPackage } from '../packages/check-package';
import { type LawBase, problemsByLaw } from '../packages/guardrails/find-guardrail-problems';
import { type ReadPackage, readPackage } from '../packages/read-package';
import type { Finding } from '../packages/types';
import { ProblemError } from '../problems/problem-error';
import { checkConnections } from './check-connections';

export interface Verdict extends CheckResult {
  /** null: the files make no package. */
  read: ReadPackage | null;
}

/** `connections`: the tenant's. */
export async function checkDraft(
  files: ReadonlyMap<string, Buffer>,
  base: LawBase,
  connections: readonly ConnectionChoice[],
): Promise<Verdict> {
  const read = await readPackage(files).catch((error: unknown) => {
    if (error instanceof ProblemError) return null;
    throw error;
  });
  const problems: Finding[] = read
    ? [
        ...guarded(base, read),
        ...foreign(read, base.inForce),
        ...(await checkPackage(read)),
        ...checkConnections(read, connections),
      ]
    : await checkFiles(files);
  return { read, problems, errors: problems.filter((one) => one.severity === 'error').length };
}

/** What the law forbids stops publishing, with the article in its words. */
const guarded = (base: LawBase, read: ReadPackage): Finding[] =>
  problemsByLaw(base, read).map(({ code, file, element, vi, en }) => ({
    severity: 'error',
    code,
    file,
    element,
    vi,
    en,
  }));

function foreign(read: ReadPackage, inForce: ReadPackage): Finding[] {
  if (read.id === inForce.id) return [];
  return [
    {
      severity: 'error',
      code: 'package-renamed',
      file: 'manifest.json',
      element: read.id,
      vi: `Mã bộ quy trình phải vẫn là "${inForce.id}", nhưng đã đổi thành "${read.id}". Hãy khôi phục.`,
      en: `Expected the package to keep its id "${inForce.id}", but it is "${read.id}". Restore it.`,
    },
  ];
}
