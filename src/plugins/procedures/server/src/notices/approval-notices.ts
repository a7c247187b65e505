// Owns who is told of what waits for a second person: whoever may decide, until it is decided or taken back (then the
// notice is withdrawn), and the asker of the decision. Where nobody may, the administrators are, who can give somebody the
// position. No word of a case: its title is shown by the reader's own rights.
import type { Knex } from 'knex';
import type { LocalText } from '../packages/types';
import { notify } from './notify';
import { withdrawNotices } from './withdraw-notices';

export interface Approval {
  tenantId: string;
  caseId: string;
  /** `<noun>:<id>` */
  subject: string;
  link: string;
  now: Date;
  /** Who asked, decided or took it back. */
  by: string;
}

export async function tellApprovers(
  trx: Knex.Transaction,
  approval: Approval,
  to: { unit: string } | { unitHead: string },
  why: LocalText,
): Promise<void> {
  const told = await notify(trx, { ...approval, kind: 'APPROVAL', to, why });
  if (told.length > 0) return;
  // Of the unit only, not of the case: they see no content, and it may be one that they must not know of.
  const { tenantId, subject, now, by } = approval;
  const name = await unitName(trx, tenantId, 'unit' in to ? to.unit : to.unitHead);
  await notify(trx, {
    tenantId,
    kind: 'APPROVAL',
    to: { administrators: true },
    subject,
    link: '/people',
    now,
    by,
    why: {
      vi: `Một đề nghị của ${name} chờ xét nhưng ở đó không có ai được xét: hãy giao người đứng đầu hoặc cấp phó`,
      en: `A request of ${name} waits, but nobody there may decide it: give somebody the position of head or deputy`,
    },
  });
}

async function unitName(trx: Knex, tenantId: string, code: string): Promise<string> {
  const unit: { name: string } | undefined = await trx('procedures.units')
    .where({ tenant_id: tenantId, code })
    .first('name');
  return unit?.name ?? code;
}

/** `decided`: what the asker is told; null where nobody but the asker has ended it. */
export async function tellDecided(
  trx: Knex.Transaction,
  { subject, ...approval }: Approval,
  left: LocalText,
  decided: { asker: string; why: LocalText } | null,
): Promise<void> {
  await withdrawNotices(trx, { tenantId: approval.tenantId, subject, why: left, now: approval.now });
  if (!decided) return;
  await notify(trx, { ...approval, kind: 'APPROVAL', to: { personId: decided.asker }, why: decided.why });
}

export type ApprovalEnd = 'APPROVED' | 'REFUSED' | 'TAKEN_BACK';

/** Said on the notice that is withdrawn. */
export const APPROVAL_LEFT: Readonly<Record<ApprovalEnd, LocalText>> = {
  APPROVED: { vi: 'đề nghị đã được chấp thuận', en: 'it was approved' },
  REFUSED: { vi: 'đề nghị không được chấp thuận', en: 'it was not approved' },
  TAKEN_BACK: { vi: 'người đề nghị đã rút', en: 'whoever asked took it back' },
};
