// Owns the asking of a decision table: always the broker, because what it evaluates here is what it will evaluate in
// the process. The decision is the version that the case's package was published with.
import { deployedId } from '../cases/deployed-name';
import type { Manifest } from '../packages/types';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';

export async function askDecision(
  platform: Platform,
  tenantId: string,
  manifest: Manifest,
  decision: string,
  variables: Record<string, unknown>,
): Promise<unknown> {
  const deployed = await deployedId(platform, tenantId, manifest, 'decision', decision);
  if (!deployed) {
    throw new ProblemError({
      code: 'DECISION_UNKNOWN',
      status: 500,
      vi: `Cần bảng quyết định "${decision}" của bộ quy trình "${manifest.id}", nhưng nó chưa được triển khai. Hãy báo quản trị viên.`,
      en: `Expected decision "${decision}" of package "${manifest.id}" to be deployed, but it is not.`,
    });
  }
  const answer = await platform.engine.evaluateDecision(deployed, variables);
  if (answer.status === 'accepted') return answer.output;
  const isUnclear = answer.status === 'unclear';
  throw new ProblemError({
    code: isUnclear ? 'ENGINE_UNREACHABLE' : 'DECISION_FAILED',
    status: isUnclear ? 503 : 500,
    vi: isUnclear
      ? 'Bộ máy quy trình chưa trả lời. Nội dung bạn nhập vẫn còn; hãy thử lại sau ít phút.'
      : `Bảng quyết định "${decision}" không tính được. Nội dung bạn nhập vẫn còn; hãy báo quản trị viên.`,
    en: isUnclear
      ? 'Expected an answer from the engine, but there was none. What you typed is kept; try again shortly.'
      : `Expected decision "${decision}" to be evaluated, but it failed: ${answer.status === 'rejected' ? answer.message : ''}`,
  });
}
