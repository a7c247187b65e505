// Owns the taking back of a link that says the same of both cases: it stays readable, with who ended it and why.
import { writeAudit } from '../audit/write-audit';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { linkReason } from './link-reason';
import { loadLink } from './load-link';

export async function endLink(platform: Platform, actor: Actor, linkId: string, given: unknown): Promise<void> {
  const { link, own, other } = await loadLink(platform.knex, linkId, actor.tenantId);
  for (const { subject } of [own, other]) requireAllowed(decide(actor, 'case.link', subject));
  if (link.kind !== 'RELATED' && link.kind !== 'SUSPECTED_DUPLICATE') throw notSoEnded();
  const reason = linkReason(given);
  const at = platform.clock.now();
  await inTransaction(platform.strapi, async (trx) => {
    const ended = await trx('procedures.case_links')
      .where({ id: link.id, state: 'IN_FORCE' })
      .update({ state: 'ENDED', ended_by: actor.personId, ended_at: at, ended_reason: reason });
    if (ended === 0) throw alreadyEnded();
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at,
      actor,
      action: 'case.unlink',
      subjectType: 'case',
      subjectId: link.case_id,
      detail: { link: link.id, kind: link.kind, other: link.other_case_id },
    });
  });
}

const notSoEnded = () =>
  new ProblemError({
    code: 'LINK_IS_AN_ACT',
    status: 409,
    vi: 'Nhập và tách hồ sơ không xóa được như một liên kết. Hãy dùng "Hủy nhập" hoặc "Nhập lại".',
    en: 'Expected a link, but this is a merge or a split: undo it as such.',
  });

const alreadyEnded = () =>
  new ProblemError({
    code: 'LINK_ENDED',
    status: 409,
    vi: 'Liên kết này đã được gỡ. Hãy tải lại trang.',
    en: 'Expected a link in force, but it was ended: reload the page.',
  });
