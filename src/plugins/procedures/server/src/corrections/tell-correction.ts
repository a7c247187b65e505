// Owns the words of a correction that waits for approval, and of its end.
import type { Knex } from 'knex';
import type { CorrectionApproval } from '../../../shared/corrections-contract';
import {
  APPROVAL_LEFT,
  type Approval,
  type ApprovalEnd,
  tellApprovers,
  tellDecided,
} from '../notices/approval-notices';
import type { LocalText } from '../packages/types';
import type { CaseRecord } from '../storage/rows';
import type { CorrectionRecord } from './correction';

const approvalOf = (row: CorrectionRecord, now: Date, by: string): Approval => ({
  tenantId: row.tenant_id,
  caseId: row.case_id,
  subject: `correction:${row.id}`,
  link: `/cases/${row.case_id}?tab=events`,
  now,
  by,
});

export async function tellAskedCorrection(
  trx: Knex.Transaction,
  row: CorrectionRecord,
  { handling_unit: unit }: Pick<CaseRecord, 'handling_unit'>,
  approval: CorrectionApproval,
): Promise<void> {
  const to = approval === 'HEAD' ? { unitHead: unit } : { unit };
  await tellApprovers(trx, approvalOf(row, row.asked_at, row.asked_by), to, {
    vi: 'Đề nghị đính chính một việc đã ghi của hồ sơ này chờ bạn xét',
    en: 'A correction of what was recorded in this case waits for your decision',
  });
}

export async function tellDecidedCorrection(
  trx: Knex.Transaction,
  row: CorrectionRecord,
  end: ApprovalEnd,
  { now, by }: { now: Date; by: string },
): Promise<void> {
  const why = end === 'TAKEN_BACK' ? null : { asker: row.asked_by, why: DECIDED[end] };
  await tellDecided(trx, approvalOf(row, now, by), APPROVAL_LEFT[end], why);
}

const DECIDED: Readonly<Record<Exclude<ApprovalEnd, 'TAKEN_BACK'>, LocalText>> = {
  APPROVED: { vi: 'Đề nghị đính chính của bạn được chấp thuận', en: 'The correction that you asked for was approved' },
  REFUSED: {
    vi: 'Đề nghị đính chính của bạn không được chấp thuận; lý do ở dòng thời gian của hồ sơ',
    en: 'The correction that you asked for was not approved; the reason is in the case’s timeline',
  },
};
