// Owns the public look-up by receipt code: state, date, unit and what was written for the reporter, nothing else. An unknown code gets a neutral answer,
// and guessing is slowed: few wrong codes per address and time.

import { shownInstead } from '../case-links/shown-instead';
import { notesForReporter } from '../notes/reporter-notes';
import { ProblemError } from '../problems/problem-error';
import type { CaseRecord } from '../storage/rows';
import { forAnyone } from './respond';

const CODE = /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/;
const WRONG_ALLOWED = 10;
const WINDOW_MS = 10 * 60 * 1000;
const MAX_ADDRESSES = 10_000;
const wrong = new Map<string, { count: number; since: number }>();

export default {
  read: forAnyone(async (platform, context) => {
    const address = context.request.ip ?? '';
    refuseGuessing(address);
    const code = context.params.code.toUpperCase();
    const current: CaseRecord | undefined = CODE.test(code)
      ? await platform.knex('procedures.cases').where({ receipt_code: code }).first()
      : undefined;
    if (!current?.public_status) {
      noteWrong(address);
      throw new ProblemError({
        code: 'RECEIPT_UNKNOWN',
        status: 404,
        vi: 'Chưa có thông tin cho mã này. Hãy kiểm tra lại mã trên giấy biên nhận.',
        en: 'There is no information for this code. Check the code on your receipt.',
      });
    }
    const shown = await shownInstead(platform.knex, current);
    const notes = await notesForReporter(platform, current);
    const unit = await platform
      .knex('procedures.units')
      .where({ tenant_id: current.tenant_id, code: shown.handling_unit })
      .first();
    return {
      status: shown.public_status,
      text: shown.public_text,
      date: shown.updated_at.toISOString(),
      unit: unit?.name ?? null,
      // Only where somebody wrote one for the reporter: otherwise the answer is state, words, date and unit.
      ...(notes.length > 0 ? { notes } : {}),
    };
  }),
};

function refuseGuessing(address: string): void {
  const seen = wrong.get(address);
  if (!seen || Date.now() - seen.since > WINDOW_MS || seen.count < WRONG_ALLOWED) return;
  throw new ProblemError({
    code: 'TOO_MANY_WRONG_CODES',
    status: 429,
    vi: 'Bạn đã nhập sai mã nhiều lần. Hãy thử lại sau 10 phút.',
    en: 'Too many wrong codes. Try again in 10 minutes.',
  });
}

function noteWrong(address: string): void {
  const seen = wrong.get(address);
  const isFresh = seen && Date.now() - seen.since <= WINDOW_MS;
  if (!isFresh && wrong.size >= MAX_ADDRESSES) wrong.clear();
  wrong.set(address, isFresh ? { ...seen, count: seen.count + 1 } : { count: 1, since: Date.now() });
}
