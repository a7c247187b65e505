import { parseBulk } from '../../../src/plugins/procedures/server/src/records/parse-bulk';
import { contentHash, isSameContent } from '../../../src/plugins/procedures/server/src/records/same-content';
import { bulkOf, ENGINE, record, sent } from './record';

test('a record comes with its engine, its identity and its time', () => {
  const [item] = parseBulk(bulkOf([record('JOB', 'CREATED', 23, { type: 't' })]));
  expect(item.record).toEqual({
    engineId: ENGINE,
    partitionId: 1,
    position: '23',
    key: '2251799813685300',
    valueType: 'JOB',
    intent: 'CREATED',
    recordType: 'EVENT',
    timestamp: '2026-01-05T08:00:23.000Z',
    value: { type: 't' },
  });
});

test('keys beyond what a number can hold keep every digit', () => {
  const sentKey = record('JOB', 'CREATED', 1, { x: 1 }, '9007199254740993');
  const text = bulkOf([sentKey]).toString().replace('"x":1', '"elementInstanceKey":9007199254740995,"key":-1');
  const [{ record: read, body }] = parseBulk(Buffer.from(text));
  expect(read.key).toBe('9007199254740993');
  expect(read.value).toEqual({ elementInstanceKey: '9007199254740995', key: -1 });
  expect(JSON.parse(body).value.elementInstanceKey).toBe('9007199254740995');
});

test('a long number inside a text is left alone', () => {
  const value = { value: '{"orderKey":9007199254740993}', amount: 12 };
  expect(parseBulk(bulkOf([record('VARIABLE', 'CREATED', 1, value)]))[0].record.value).toEqual(value);
});

test('a NUL, which no text column can hold, is replaced for readers and kept in the body', () => {
  const [item] = parseBulk(bulkOf([record('VARIABLE', 'CREATED', 1, { name: 'a\u0000b' })]));
  expect(item.record.value.name).toBe('a\ufffdb');
  expect(item.body).toContain('\\u0000');
});

test('the exporter counts its records, and the count is no part of the content', () => {
  const text = sent(record('JOB', 'CREATED', 1, { variables: { sequence: 1 } }));
  const counted = text.replace(/"sequence":\d+\}$/, '"sequence":99}');
  expect(counted).not.toBe(text);
  expect(contentHash(counted)).toBe(contentHash(text));
  expect(contentHash(text.replace('"variables":{"sequence":1}', '"variables":{"sequence":2}'))).not.toBe(
    contentHash(text),
  );
});

test.each([
  ['half a record', (text: string) => text.slice(0, text.length / 2)],
  ['an odd number of lines', (text: string) => text.split('\n').slice(0, 1).join('\n')],
  ['no index action', (text: string) => text.replace('"index"', '"delete"')],
  ['something that is no record', (text: string) => `${text.split('\n')[0]}\n{"hello":"world"}\n`],
])('%s is refused as a whole', (_what, spoil) => {
  const text = bulkOf([record('JOB', 'CREATED', 1, { type: 't' })]).toString();
  expect(() => parseBulk(Buffer.from(spoil(text)))).toThrow();
});

test('the order of fields is no part of the content either: another life of a broker has another', () => {
  const reordered = (text: string) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).toReversed()));
  const text = sent(record('VARIABLE', 'CREATED', 1, { name: 'a', value: '1' }));
  expect(isSameContent(text, reordered(text))).toBe(true);
  expect(isSameContent(text, reordered(text).replace('"1"', '"2"'))).toBe(false);
});
