// Owns the look-up by receipt code: state, date, unit and what was written for the reporter, nothing else. An unknown code
// gets a neutral answer after the same time as a known one, and guessing is slowed: few wrong codes an hour and address.
import { setTimeout as after } from 'node:timers/promises';
import type { Bilingual } from '../../../shared/contracts';
import { shownInstead } from '../case-links/shown-instead';
import { notesForReporter } from '../notes/reporter-notes';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';
import { AddressLimit } from './address-limit';

const CODE = /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/;
const WRONG_ALLOWED = 10;
/** Longer than a look-up takes, found or not. */
const ANSWER_AFTER_MS = 250;
const wrong = new AddressLimit();

export interface ReceiptAnswer {
  status: string;
  text: Bilingual;
  date: string;
  unit: string | null;
  notes?: { text: string; date: string }[];
}

/** As people type it: spaces, small letters, no dashes. */
export function codeOf(typed: string): string {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return letters.length === 12
    ? `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
    : typed.toUpperCase();
}

/** The case of a receipt. Throws the neutral answer, and the one for whoever guesses. */
export async function caseOfReceipt(platform: Platform, code: string, from: string): Promise<CaseRecord> {
  if (!wrong.hasLeft(from, WRONG_ALLOWED)) throw tooManyWrong();
  const current: CaseRecord | undefined = CODE.test(code)
    ? await platform.knex('procedures.cases').where({ receipt_code: code }).first()
    : undefined;
  if (current?.public_status) return current;
  wrong.take(from, WRONG_ALLOWED);
  throw unknownReceipt();
}

export async function lookUpReceipt(platform: Platform, code: string, from: string): Promise<ReceiptAnswer> {
  return evenly(async () => {
    const current = await caseOfReceipt(platform, code, from);
    const shown = await shownInstead(platform.knex, current);
    const notes = await notesForReporter(platform, current);
    const unit = await platform
      .knex('procedures.units')
      .where({ tenant_id: current.tenant_id, code: shown.handling_unit })
      .first();
    return {
      status: shown.public_status as string,
      text: shown.public_text as Bilingual,
      date: shown.updated_at.toISOString(),
      unit: unit?.name ?? null,
      // Only where somebody wrote one for the reporter: otherwise the answer is state, words, date and unit.
      ...(notes.length > 0 ? { notes } : {}),
    };
  });
}

/** Whatever comes of it comes after the same time, so that the time says nothing. */
export async function evenly<T>(work: () => Promise<T>): Promise<T> {
  const [result] = await Promise.allSettled([work(), after(ANSWER_AFTER_MS)]);
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}

const unknownReceipt = () =>
  new ProblemError({
    code: 'RECEIPT_UNKNOWN',
    status: 404,
    vi: 'Chưa có thông tin cho mã này. Hãy kiểm tra lại mã trên giấy biên nhận.',
    en: 'There is no information for this code. Check the code on your receipt.',
  });

const tooManyWrong = () =>
  new ProblemError({
    code: 'TOO_MANY_WRONG_CODES',
    status: 429,
    vi: 'Bạn đã nhập sai mã nhiều lần. Hãy thử lại sau một giờ.',
    en: 'Too many wrong codes. Try again in an hour.',
  });
