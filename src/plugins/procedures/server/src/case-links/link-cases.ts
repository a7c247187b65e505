// Owns the linking of two cases by a person who reads both.
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { linkReason } from './link-reason';
import { loadPair } from './load-pair';
import { writeLink } from './write-link';

export async function linkCases(
  platform: Platform,
  actor: Actor,
  caseId: string,
  asked: { otherCaseId: unknown; kind: unknown; reason: unknown },
): Promise<string> {
  const { own, other } = await loadPair(platform, actor, caseId, asked.otherCaseId);
  const { kind } = asked;
  if (kind !== 'RELATED' && kind !== 'SUSPECTED_DUPLICATE') throw unknownKind();
  const reason = linkReason(asked.reason);
  const id = await inTransaction(platform.strapi, (trx) =>
    writeLink(trx, {
      tenantId: actor.tenantId,
      caseId: own.current.id,
      otherCaseId: other.current.id,
      kind,
      reason,
      personId: actor.personId,
      at: platform.clock.now(),
    }),
  );
  if (id) return id;
  throw new ProblemError({
    code: 'LINK_EXISTS',
    status: 409,
    vi: 'Hai hồ sơ này đã được liên kết như vậy. Hãy tải lại trang.',
    en: 'Expected two cases that are not linked so yet, but they are: reload the page.',
  });
}

const unknownKind = () =>
  new ProblemError({
    code: 'LINK_KIND_UNKNOWN',
    status: 422,
    vi: 'Cần loại liên kết "liên quan" hoặc "nghi trùng". Hãy chọn lại.',
    en: 'Expected the kind RELATED or SUSPECTED_DUPLICATE: choose one of them.',
  });
