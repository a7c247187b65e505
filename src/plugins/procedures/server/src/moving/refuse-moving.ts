// Owns the refusal of acts on a case that is being moved. It is asked after the act's row is written: that row's reference
// to the case waits for the lock under which a move takes hold, so one of the two always sees the other.
import type { Knex } from 'knex';
import { ProblemError } from '../problems/problem-error';
import { holdingMove } from './move-rows';

export async function refuseMoving(trx: Knex.Transaction, caseId: string): Promise<void> {
  if (!(await holdingMove(trx, caseId))) return;
  throw new ProblemError({
    code: 'CASE_MOVING',
    status: 409,
    vi: 'Hồ sơ đang được chuyển sang phiên bản quy trình mới. Nội dung đã nhập được giữ; hãy gửi lại sau ít phút.',
    en: 'Expected a case that stands still, but it is being moved to another version of its procedure. What was typed is kept: send it again in a few minutes.',
  });
}
