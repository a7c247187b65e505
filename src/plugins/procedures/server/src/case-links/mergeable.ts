// Owns whether one case may be merged into another as both stand. No chain can close into a ring: a case that is merged
// itself takes no other in, and both rows are locked while it is looked at.
import type { Knex } from 'knex';
import { ProblemError } from '../problems/problem-error';
import type { CaseRecord } from '../storage/rows';

/** Locks both cases, always in one order, and returns them as they are then. */
export async function lockPair(trx: Knex.Transaction, ownId: string, otherId: string) {
  const rows: CaseRecord[] = await trx('procedures.cases').whereIn('id', [ownId, otherId]).orderBy('id').forUpdate();
  const [own, other] = [ownId, otherId].map((id) => rows.find((row) => row.id === id));
  if (!own || !other) throw new Error('Expected both cases of a link to exist, but one does not');
  return { own, other };
}

export async function requireMergeable(trx: Knex.Transaction, own: CaseRecord, other: CaseRecord): Promise<void> {
  if (own.life !== 'ACTIVE')
    throw refused('MERGE_NOT_ACTIVE', 'Chỉ nhập được hồ sơ đang xử lý.', 'Expected a case in progress to merge.');
  if (other.life !== 'ACTIVE')
    throw refused(
      'TARGET_NOT_ACTIVE',
      'Chỉ nhập vào hồ sơ đang xử lý; hồ sơ được chọn đã kết thúc. Hãy dùng liên kết "liên quan".',
      'Expected a target in progress, but it has ended: link the cases as related.',
    );
  if (own.package_id !== other.package_id)
    throw refused(
      'OTHER_PROCEDURE',
      'Chỉ nhập được hai hồ sơ cùng quy trình. Hãy dùng liên kết "liên quan".',
      'Expected two cases of one procedure: link them as related.',
    );
  // What a restricted case holds would be shown to units that may not know of it.
  const wouldShow = other.restricted ? other.participating_units : null;
  if (own.restricted && !wouldShow?.every((unit) => own.participating_units.includes(unit)))
    throw refused(
      'RESTRICTED_STAYS',
      'Hồ sơ hạn chế chỉ nhập được vào hồ sơ hạn chế của các đơn vị cùng được biết.',
      'Expected a restricted target whose units all take part in this restricted case.',
    );
  const merged = await trx('procedures.case_links')
    .where({ case_id: other.id, kind: 'MERGED_INTO' })
    .whereIn('state', ['PENDING', 'IN_FORCE'])
    .first('id');
  if (merged)
    throw refused(
      'TARGET_IS_MERGED',
      'Hồ sơ được chọn đã được nhập vào hồ sơ khác. Hãy nhập vào hồ sơ cuối cùng.',
      'Expected a target that is not merged itself: merge into the one that took it in.',
    );
}

const refused = (code: string, vi: string, en: string) => new ProblemError({ code, status: 409, vi, en });
