import { handOverHtml } from '../../../src/plugins/procedures/server/src/duty/hand-over-html';
import {
  contentHash,
  itemsOf,
  noteOf,
  requireSeen,
  signatureHash,
  withRemarks,
} from '../../../src/plugins/procedures/server/src/duty/hand-over-list';
import type { HandOverContent, HandOverLine, HandOverView } from '../../../src/plugins/procedures/shared/duty-contract';

const line = (key: string, given: Partial<HandOverLine> = {}): HandOverLine => ({
  key,
  section: 'CASES',
  caseId: 'c1',
  bookNo: '7/2026',
  title: 'A matter',
  about: { vi: 'Phân loại', en: 'Classify' },
  at: '2026-11-28T20:00:00.000Z',
  overdue: false,
  remark: '',
  ...given,
});
const content: HandOverContent = {
  tenant: 'North',
  unit: { code: 'DESK', name: 'Desk' },
  shift: { startsAt: '2026-11-28T00:00:00.000Z', endsAt: '2026-11-28T12:00:00.000Z', people: ['A'], deputy: null },
  nextShift: null,
  giver: { id: 'p1', name: 'A' },
  taker: { id: 'p2', name: 'B' },
  withoutGiver: null,
  madeAt: '2026-11-28T12:00:00.000Z',
  clocksUntil: '2026-11-29T00:00:00.000Z',
  lines: [line('case:1')],
  items: [{ title: 'Keys', note: '3' }],
  note: '',
};
const signed = {
  contentHash: contentHash(content),
  givenBy: 'p1',
  givenAt: '2026-11-28T12:00:00.000Z',
  takenBy: 'p2',
  takenAt: '2026-11-28T12:05:00.000Z',
  takeRemark: null,
};
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'nothing was thrown';
};

describe('the hash of a list', () => {
  it('is the same for the same list, however the database has ordered its keys', () => {
    const turned = Object.fromEntries(Object.entries(content).reverse()) as unknown as HandOverContent;
    expect(contentHash(turned)).toBe(contentHash(content));
    expect(contentHash(JSON.parse(JSON.stringify(content)))).toBe(contentHash(content));
  });
  it.each([
    ['a remark', { lines: [line('case:1', { remark: 'x' })] }],
    ['a line more', { lines: [line('case:1'), line('case:2')] }],
    ['a key less', { items: [] }],
    ['another taker', { taker: { id: 'p3', name: 'B' } }],
  ])('changes with %s', (_what, change) => {
    expect(contentHash({ ...content, ...change })).not.toBe(contentHash(content));
  });
});
describe('a list that is long', () => {
  const lines = Array.from({ length: 700 }, (_, at) => line(`case:${at}`));
  const long = { ...content, lines };
  it('is printed to its last line, and its hash holds the last one', () => {
    const html = handOverHtml({ content: long, contentHash: contentHash(long) } as HandOverView, 'Asia/Ho_Chi_Minh');
    expect(html).toContain('Hồ sơ chưa xong: 700');
    expect(html.match(/<td>7\/2026<\/td>/g)).toHaveLength(700);
    expect(contentHash({ ...long, lines: lines.slice(0, 699) })).not.toBe(contentHash(long));
  });
});

describe('the signature', () => {
  it.each(['contentHash', 'givenBy', 'givenAt', 'takenBy', 'takenAt', 'takeRemark'] as const)(
    'changes with %s',
    (name) => {
      expect(signatureHash({ ...signed, [name]: 'other' })).not.toBe(signatureHash(signed));
    },
  );
});
describe('what is signed', () => {
  it('was read: a line that came meanwhile stops the signing', () => {
    expect(() => requireSeen([line('case:1')], ['case:1', 'case:gone'])).not.toThrow();
    expect(codeOf(() => requireSeen([line('case:1'), line('case:2')], ['case:1']))).toBe('HAND_OVER_LIST_CHANGED');
    expect(codeOf(() => requireSeen([line('case:1')], undefined))).toBe('HAND_OVER_LIST_CHANGED');
  });
  it('takes remarks for its own lines only, and none that are too long', () => {
    const given = withRemarks([line('case:1'), line('case:2')], {
      'case:1': ' phone back ',
      'case:9': 'lost',
      toString: 'x',
    });
    expect(given.map(({ remark }) => remark)).toEqual(['phone back', '']);
    expect(codeOf(() => withRemarks([line('case:1')], { 'case:1': 'x'.repeat(501) }))).toBe('HAND_OVER_REFUSED');
    expect(codeOf(() => withRemarks([line('case:1')], { 'case:1': 7 }))).toBe('HAND_OVER_REFUSED');
    expect(withRemarks([line('toString')], null)[0].remark).toBe('');
  });
  it('leaves out empty things, and refuses a heap of them', () => {
    expect(itemsOf([{ title: ' Keys ', note: '' }, { title: '', note: ' ' }, null])).toEqual([
      { title: 'Keys', note: '' },
    ]);
    expect(itemsOf('keys')).toEqual([]);
    expect(codeOf(() => itemsOf(Array.from({ length: 51 }, () => ({ title: 'x' }))))).toBe('HAND_OVER_REFUSED');
    expect(codeOf(() => noteOf('x'.repeat(4001)))).toBe('HAND_OVER_REFUSED');
  });
});
describe('the list on paper', () => {
  const view: HandOverView = {
    id: 'h1',
    state: 'GIVEN',
    content: { ...content, note: '<b>x</b>', lines: [line('case:1', { title: '<script>', remark: 'a&b' })] },
    contentHash: 'abc',
    givenAt: content.madeAt,
    takenBy: null,
    takenAt: null,
    takeRemark: null,
    settleReason: null,
    signatureHash: null,
    intact: true,
    mayTake: false,
    mayRefuse: false,
    mayWithdraw: false,
  };
  it('escapes whatever people have typed', () => {
    const html = handOverHtml(view, 'Asia/Ho_Chi_Minh');
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('a&amp;b');
    expect(html).toContain('&lt;b&gt;x&lt;/b&gt;');
  });
  it('says that nobody has signed for it yet, and later who did and when, in the time of the place', () => {
    expect(handOverHtml(view, 'Asia/Ho_Chi_Minh')).toContain('CHƯA KÝ NHẬN');
    const taken = handOverHtml(
      { ...view, state: 'TAKEN', takenBy: { id: 'p2', name: 'B' }, takenAt: signed.takenAt, signatureHash: 'def' },
      'Asia/Ho_Chi_Minh',
    );
    expect(taken).not.toContain('CHƯA KÝ NHẬN');
    expect(taken).toContain('đã ký xác nhận 19:05 28/11/2026');
    expect(taken).toContain('def');
  });
  it('says that the giver was not there, and why', () => {
    const alone = { ...view, content: { ...view.content, giver: null, withoutGiver: 'ốm đột xuất' } };
    expect(handOverHtml(alone, 'Asia/Ho_Chi_Minh')).toContain('VẮNG MẶT');
    expect(handOverHtml(alone, 'Asia/Ho_Chi_Minh')).toContain('ốm đột xuất');
  });
});
