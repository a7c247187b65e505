import { fitValue } from '../../../src/plugins/procedures/server/src/events/fit-value';

test.each([
  ['string', ['A', 'B'], 'A, B'],
  ['string', 'x'.repeat(300), 'x'.repeat(255)],
  ['string', { a: 1 }, undefined],
  ['string', '', undefined],
  ['datetime', '2026-11-02T08:00:00+07:00', '2026-11-02T01:00:00.000Z'],
  ['datetime', 'hôm qua', undefined],
  ['date', '2026-11-02T01:00:00.000Z', '2026-11-02'],
  ['date', 5, undefined],
  ['boolean', 'true', undefined],
  ['boolean', false, false],
  ['json', { a: [1] }, { a: [1] }],
  ['relation', 'x', undefined],
])('a %s takes %o as %o', (type, value, fitted) => {
  expect(fitValue({ type }, value)).toEqual(fitted);
});

test('a number outside its limits, a fraction where none may be and an unknown attribute take nothing', () => {
  expect(fitValue({ type: 'integer', min: 0, max: 2 }, 2)).toBe(2);
  expect(fitValue({ type: 'integer', min: 0, max: 2 }, 3)).toBeUndefined();
  expect(fitValue({ type: 'integer' }, 1.5)).toBeUndefined();
  expect(fitValue({ type: 'decimal' }, 1.5)).toBe(1.5);
  expect(fitValue(undefined, 'x')).toBeUndefined();
});
