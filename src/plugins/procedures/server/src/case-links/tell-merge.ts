// Owns the words of a merge that waits for approval, and of its end.
import type { Knex } from 'knex';
import {
  APPROVAL_LEFT,
  type Approval,
  type ApprovalEnd,
  tellApprovers,
  tellDecided,
} from '../notices/approval-notices';
import type { LocalText } from '../packages/types';
import type { CaseRecord } from '../storage/rows';
import type { CaseLinkRecord } from './case-link';
import type { MergeDefinition } from './merge-definition';

interface Told {
  link: Pick<CaseLinkRecord, 'id' | 'tenant_id' | 'case_id' | 'created_by'>;
  now: Date;
  by: string;
}

const approvalOf = ({ link, now, by }: Told): Approval => ({
  tenantId: link.tenant_id,
  caseId: link.case_id,
  subject: `merge:${link.id}`,
  link: `/cases/${link.case_id}?tab=links`,
  now,
  by,
});

export async function tellAskedMerge(
  trx: Knex.Transaction,
  told: Told,
  { handling_unit: unit }: Pick<CaseRecord, 'handling_unit'>,
  approval: MergeDefinition['approval'],
): Promise<void> {
  await tellApprovers(trx, approvalOf(told), approval === 'HEAD' ? { unitHead: unit } : { unit }, {
    vi: 'Đề nghị nhập hồ sơ này vào hồ sơ khác chờ bạn xét',
    en: 'A merge of this case waits for your decision',
  });
}

export async function tellDecidedMerge(trx: Knex.Transaction, told: Told, end: ApprovalEnd): Promise<void> {
  const { created_by: asker } = told.link;
  const why = end === 'TAKEN_BACK' || !asker ? null : { asker, why: DECIDED[end] };
  await tellDecided(trx, approvalOf(told), APPROVAL_LEFT[end], why);
}

const DECIDED: Readonly<Record<Exclude<ApprovalEnd, 'TAKEN_BACK'>, LocalText>> = {
  APPROVED: { vi: 'Đề nghị nhập hồ sơ của bạn được chấp thuận', en: 'The merge that you asked for was approved' },
  REFUSED: {
    vi: 'Đề nghị nhập hồ sơ của bạn không được chấp thuận; lý do ở trang hồ sơ',
    en: 'The merge that you asked for was not approved; the reason is on the case’s page',
  },
};
