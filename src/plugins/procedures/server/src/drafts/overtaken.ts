// Owns the refusal of whoever comes from an older revision of a file: it names who was faster.
import type { Knex } from 'knex';
import { ProblemError } from '../problems/problem-error';
import { personNames } from '../views/person-names';
import type { DraftFileRecord } from './draft-rows';

export async function overtaken(trx: Knex.Transaction, current: DraftFileRecord | undefined): Promise<ProblemError> {
  const names = await personNames(trx, [current?.changed_by ?? null]);
  const who = (current && names.get(current.changed_by)) ?? '';
  return new ProblemError({
    code: 'DRAFT_FILE_CHANGED',
    status: 409,
    vi: `${who || 'Người khác'} vừa sửa tệp này nên bản của bạn chưa được lưu. Hãy xem bản mới, hoặc giữ bản của bạn thành một tệp riêng.`,
    en: `Expected the newest revision, but ${who || 'somebody else'} has just changed this file, so yours was not saved. Look at the new one, or keep yours as a copy.`,
    detail: { takenBy: who, revision: current?.revision ?? 0 },
  });
}
