// Owns the word of a program on what its files were made from. Whole files say nothing of it; who says it undoes no newer
// version without a word.
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';

/** `base`: undefined when nothing was said. */
export async function refuseOtherBase(
  { library }: Platform,
  tenantId: string,
  packageId: string,
  base: unknown,
): Promise<void> {
  if (base === undefined) return;
  const { version } = (await library.active(tenantId, packageId)).read;
  if (base === version) return;
  throw new ProblemError({
    code: 'DRAFT_BEHIND',
    status: 409,
    vi: `Bộ quy trình làm từ phiên bản ${base}, nhưng đang áp dụng phiên bản ${version}. Hãy lấy bản đang áp dụng về, đưa thay đổi vào, rồi đề nghị lại.`,
    en: `Expected a package made from the version in force, but it was made from ${base} and ${version} is in force. Export that one, bring your changes into it, and propose again.`,
    detail: { base, version },
  });
}
