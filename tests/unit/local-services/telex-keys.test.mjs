import { telexKeys } from '../../support/telex-keys.mjs';

it.each([
  ['', 0],
  ['abc 12', 6],
  ['đ', 2],
  ['ă', 2],
  ['ấ', 3],
  ['người', 7],
  ['Đường', 9],
  ['Trần Thị Mẫu', 20],
])('%s takes %i keys of Telex', (text, keys) => expect(telexKeys(text)).toBe(keys));

it('counts the same however the text is composed', () =>
  expect(telexKeys('ở ngõ'.normalize('NFD'))).toBe(telexKeys('ở ngõ'.normalize('NFC'))));
