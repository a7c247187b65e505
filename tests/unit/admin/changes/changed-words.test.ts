// What the second person reads of a changed value: which words changed, and what is folded.
import {
  beginning,
  changedWords,
  type Piece,
} from '../../../../src/plugins/procedures/admin/src/pages/packages/changes/changedWords';

const whole = (pieces: Piece[]) => pieces.map((one) => one.text).join('');
const marked = (pieces: Piece[]) => pieces.filter((one) => one.changed).map((one) => one.text);

test('marks the words that changed, and loses none', () => {
  const [a, b] = ['=days > 3 and kind = "TO_GIAC"', '=days >= 5 and kind = "TO_GIAC" or urgent'];
  const { before, after } = changedWords(a, b);
  expect([whole(before), whole(after)]).toEqual([a, b]);
  expect(marked(before)).toEqual(['3']);
  expect(marked(after).join('|')).toBe('=|5| or urgent');
});

test.each([
  ['', 'mới'],
  ['cũ', ''],
  ['như nhau', 'như nhau'],
  ['một hai ba', 'ba hai một'],
])('puts %j and %j together again', (a, b) => {
  const { before, after } = changedWords(a, b);
  expect([whole(before), whole(after)]).toEqual([a, b]);
  expect(marked(before).length + marked(after).length > 0).toBe(a !== b);
});

test('of texts too long to compare word by word, all between the equal ends is marked', () => {
  const words = (sign: string) => Array.from({ length: 1_500 }, (_, at) => `${sign}${at}`).join(' ');
  const { before, after } = changedWords(`đầu ${words('a')} cuối`, `đầu ${words('b')} cuối`);
  expect(marked(before)).toEqual([words('a')]);
  expect(marked(after)).toEqual([words('b')]);
});

test('folds a long value to the place of its change, and a short one not at all', () => {
  const { before, after } = changedWords(`${'chữ '.repeat(300)}cũ`, `${'chữ '.repeat(300)}mới`);
  expect(whole(beginning(after) as Piece[])).toMatch(/^….*mới$/);
  expect(whole(beginning(before) as Piece[]).length).toBeLessThan(300);
  expect(beginning(changedWords('ngắn', 'khác').after)).toBeNull();
  expect(beginning([{ text: 'x'.repeat(1_000), changed: false }])?.at(-1)?.text).toBe('…');
});
