import { pageOf } from '../../../src/plugins/procedures/server/src/storage/page-of';
import { instantOf } from '../../../src/plugins/procedures/server/src/time/instant-of';

test('an instant is one that the database can keep', () => {
  expect(instantOf('2026-11-28T05:00:00Z')?.toISOString()).toBe('2026-11-28T05:00:00.000Z');
  expect(instantOf('0026-01-01')?.getUTCFullYear()).toBe(26);
  for (const none of ['-271821-04-20T00:00:00Z', '+275760-01-01', 'never', '', undefined, null, 7, ['2026-01-01'], {}])
    expect(instantOf(none)).toBeNull();
});

test('a page is a whole number that a list may have, else the first', () => {
  expect(pageOf('3')).toBe(3);
  for (const none of ['0', '-1', '1.5', '1e30', 'Infinity', 'x', '', undefined, ['2', '3']])
    expect(pageOf(none)).toBe(1);
});
