// Owns the reading of what somebody says of a hand-over: every text bounded, nothing unknown kept, a taker and a place named.
import type { CustodyContent } from '../../../shared/custody-contract';
import { ProblemError } from '../problems/problem-error';
import { UUID } from '../storage/uuid';

const MAX_TEXT = 300;
const NEEDED = ['giver', 'taker', 'takerUnit', 'place', 'quantity', 'condition'] as const;
const TEXTS = [...NEEDED, 'sealNo', 'documentNo'] as const;

export function readContent(given: Record<string, unknown>): CustodyContent {
  const text = (name: keyof CustodyContent) => {
    const value = given[name];
    return typeof value === 'string' ? value.normalize('NFC').trim() : '';
  };
  const id = (name: keyof CustodyContent) => {
    const value = given[name];
    return typeof value === 'string' && UUID.test(value) ? value : null;
  };
  const content: CustodyContent = {
    giver: text('giver'),
    giverPersonId: id('giverPersonId'),
    taker: text('taker'),
    takerPersonId: id('takerPersonId'),
    takerUnit: text('takerUnit'),
    place: text('place'),
    quantity: text('quantity'),
    condition: text('condition'),
    sealNo: text('sealNo'),
    sealIntact: typeof given.sealIntact === 'boolean' ? given.sealIntact : null,
    documentNo: text('documentNo'),
    attachments: Array.isArray(given.attachments)
      ? given.attachments.filter((one): one is string => typeof one === 'string' && UUID.test(one)).slice(0, 20)
      : [],
  };
  const missing = NEEDED.filter((name) => content[name] === '');
  const tooLong = TEXTS.filter((name) => content[name].length > MAX_TEXT);
  if (tooLong.length > 0) throw textTooLong(tooLong);
  if (missing.length === 0) return content;
  throw new ProblemError({
    code: 'CUSTODY_INCOMPLETE',
    status: 422,
    vi: 'Cần ghi đủ: bên giao, bên nhận, đơn vị giữ, nơi để, số lượng, tình trạng. Hãy bổ sung mục còn thiếu.',
    en: `Expected giver, taker, holding unit, place, quantity and condition, but ${missing.join(', ')} is missing.`,
    detail: {
      missing,
      problems: missing.map((path) => ({ path, vi: 'Mục này phải có.', en: 'This is needed.' })),
    },
  });
}

/** Evidence is described in full or not at all: nothing is cut off silently. */
const textTooLong = (names: readonly string[]) =>
  new ProblemError({
    code: 'CUSTODY_TEXT_TOO_LONG',
    status: 422,
    vi: `Mỗi mục của chuỗi bảo quản dài tối đa ${MAX_TEXT} ký tự. Hãy ghi gọn lại, phần dài để trong biên bản kèm theo.`,
    en: `Expected at most ${MAX_TEXT} characters in each field, but ${names.join(', ')} is longer: shorten it, and attach the rest.`,
    detail: { problems: names.map((path) => ({ path, vi: `Tối đa ${MAX_TEXT} ký tự.`, en: `At most ${MAX_TEXT}.` })) },
  });
