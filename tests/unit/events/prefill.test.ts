import { withPrefill } from '../../../src/plugins/procedures/server/src/events/prefill';

test('a suggestion fills what the record does not say, and nothing else', () => {
  const prefill = { 'record.confirmed': '=record.declared', 'record.note': 'mẫu' };
  const record = { declared: 'A', confirmed: null, note: 'đã ghi' };
  expect(withPrefill(prefill, record, { record })).toEqual({ declared: 'A', confirmed: 'A', note: 'đã ghi' });
  const known = { declared: 'A', confirmed: 'B', note: '' };
  expect(withPrefill(prefill, known, { record: known })).toEqual({ declared: 'A', confirmed: 'B', note: 'mẫu' });
  expect(withPrefill(undefined, known, { record: known })).toEqual(known);
});
