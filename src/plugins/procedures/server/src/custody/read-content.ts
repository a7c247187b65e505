// Owns the reading of what somebody says of a hand-over: every text bounded, nothing unknown kept, a taker and a place named.
import type { CustodyContent } from '../../../shared/custody-contract';
import { ProblemError } from '../problems/problem-error';
import { UUID } from '../storage/uuid';

const MAX_TEXT = 300;

export function readContent(given: Record<string, unknown>): CustodyContent {
  const text = (name: keyof CustodyContent) => {
    const value = given[name];
    return typeof value === 'string' ? value.trim().slice(0, MAX_TEXT) : '';
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
  const missing = (['giver', 'taker', 'takerUnit', 'place', 'quantity', 'condition'] as const).filter(
    (name) => content[name] === '',
  );
  if (missing.length === 0) return content;
  throw new ProblemError({
    code: 'CUSTODY_INCOMPLETE',
    status: 422,
    vi: 'Cần ghi đủ: bên giao, bên nhận, đơn vị giữ, nơi để, số lượng, tình trạng. Hãy bổ sung mục còn thiếu.',
    en: `Expected giver, taker, holding unit, place, quantity and condition, but ${missing.join(', ')} is missing.`,
    detail: { missing },
  });
}
