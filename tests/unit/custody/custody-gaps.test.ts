// Where a chain of custody is open: each fault alone, and none where all is well.

import {
  CUSTODY_GENESIS,
  type CustodyEntryRecord,
  custodyHash,
} from '../../../src/plugins/procedures/server/src/custody/custody-entry';
import { custodyGaps } from '../../../src/plugins/procedures/server/src/custody/custody-gaps';
import type { CustodyContent } from '../../../src/plugins/procedures/shared/custody-contract';

const ANNA = '00000000-0000-4000-8000-00000000000a';
const BERT = '00000000-0000-4000-8000-00000000000b';
const content = (over: Partial<CustodyContent> = {}): CustodyContent => ({
  giver: 'Source',
  giverPersonId: null,
  taker: 'Anna',
  takerPersonId: ANNA,
  takerUnit: 'DESK',
  place: 'Safe 1',
  quantity: '1',
  condition: 'whole',
  sealNo: 'S1',
  sealIntact: true,
  documentNo: '145/1',
  attachments: [],
  ...over,
});
const toBert = (over: Partial<CustodyContent> = {}) =>
  content({ giver: 'Anna', giverPersonId: ANNA, taker: 'Bert', takerPersonId: BERT, ...over });

type Part = Pick<CustodyEntryRecord, 'kind'> & Partial<CustodyEntryRecord>;
/** Linked as the writer links them; ids are e1, e2 … */
function chain(...parts: Part[]): CustodyEntryRecord[] {
  let previous = CUSTODY_GENESIS;
  return parts.map((part, index) => {
    const fields = {
      id: `e${index + 1}`,
      tenant_id: 'north',
      case_id: 'c',
      table_name: 'things',
      row_id: 'r',
      seq: index + 1,
      at: new Date(Date.UTC(2026, 0, 1, index)),
      entered_at: new Date(Date.UTC(2026, 0, 1, index)),
      entered_by: ANNA,
      content: content(),
      refers_to: null,
      reason: null,
      ...part,
      previous_hash: previous,
    };
    previous = custodyHash(fields);
    return { ...fields, entry_hash: previous };
  });
}
const codes = (entries: CustodyEntryRecord[]) => custodyGaps(entries).map(({ code, entryId }) => [code, entryId]);
const confirmed = (refers_to: string): Part => ({ kind: 'CONFIRMED', refers_to });

test('an item without a chain is a gap of its own', () => {
  expect(codes([])).toEqual([['NO_CHAIN', null]]);
});
test('taken, handed over and confirmed has no gap', () => {
  expect(codes(chain({ kind: 'TAKEN' }, { kind: 'HANDED_OVER', content: toBert() }, confirmed('e2')))).toEqual([]);
});
test('a hand-over that its taker has not confirmed is open', () => {
  expect(codes(chain({ kind: 'TAKEN' }, { kind: 'HANDED_OVER', content: toBert() }))).toEqual([
    ['NOT_CONFIRMED', 'e2'],
  ]);
});
test('outside the house the paper stands for the confirmation, and without a paper it is open', () => {
  const outside = (documentNo: string) => toBert({ takerPersonId: null, taker: 'Lab', documentNo });
  expect(codes(chain({ kind: 'TAKEN' }, { kind: 'HANDED_OVER', content: outside('155/2') }))).toEqual([]);
  expect(codes(chain({ kind: 'TAKEN' }, { kind: 'HANDED_OVER', content: outside('') }))).toEqual([
    ['NOT_CONFIRMED', 'e2'],
  ]);
});
test.each<[string, Partial<CustodyContent>]>([
  ['GIVER_NOT_HOLDER', { giver: 'Bert', giverPersonId: BERT }],
  ['SEAL_BROKEN', { sealIntact: false }],
  ['SEAL_CHANGED', { sealNo: 'S2' }],
  ['QUANTITY_CHANGED', { quantity: '2' }],
])('%s is found at the entry', (code, over) => {
  expect(codes(chain({ kind: 'TAKEN' }, { kind: 'HANDED_OVER', content: toBert(over) }, confirmed('e2')))).toEqual([
    [code, 'e2'],
  ]);
});
test('a time before the one of the entry before runs backwards', () => {
  const early = { kind: 'HANDED_OVER' as const, content: toBert(), at: new Date(Date.UTC(2025, 0, 1)) };
  expect(codes(chain({ kind: 'TAKEN' }, early, confirmed('e2')))).toEqual([['OUT_OF_ORDER', 'e2']]);
});
test('a correction stands in the place of what it corrects, and wants a confirmation of its own', () => {
  const wrong = { kind: 'HANDED_OVER' as const, content: toBert({ quantity: '7' }) };
  const right = { kind: 'CORRECTED' as const, refers_to: 'e2', content: toBert() };
  expect(codes(chain({ kind: 'TAKEN' }, wrong, confirmed('e2'), right))).toEqual([['NOT_CONFIRMED', 'e4']]);
  expect(codes(chain({ kind: 'TAKEN' }, wrong, confirmed('e2'), right, confirmed('e4')))).toEqual([]);
});
test('a chain that begins with a hand-over has nobody who took it', () => {
  expect(codes(chain({ kind: 'HANDED_OVER', content: toBert() }, confirmed('e1')))).toEqual([
    ['GIVER_NOT_HOLDER', 'e1'],
  ]);
});
test('an entry that is not what it was breaks the chain, and so does a missing one', () => {
  const whole = chain({ kind: 'TAKEN' }, { kind: 'HANDED_OVER', content: toBert() }, confirmed('e2'));
  const changed = whole.map((one) => (one.id === 'e1' ? { ...one, content: content({ place: 'Safe 2' }) } : one));
  expect(codes(changed)[0]).toEqual(['HASH_BROKEN', 'e1']);
  expect(codes([whole[0], whole[2]] as CustodyEntryRecord[])).toContainEqual(['HASH_BROKEN', 'e3']);
});
