// What a draft takes from a version that came into force since it was made.
import { mergeJson } from '../../../src/plugins/procedures/server/src/drafts/merge-json';
import { newerFiles } from '../../../src/plugins/procedures/server/src/drafts/newer-files';

const files = (all: Record<string, unknown>) =>
  new Map(
    Object.entries(all).map(([path, value]) => [
      path,
      Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
    ]),
  );
const how = (base: object, mine: object, newer: object) =>
  newerFiles(files({ ...base }), files({ ...mine }), files({ ...newer })).map((one) => [one.path, one.how]);

test('takes what only the newer version changed, added or dropped, and leaves what only the draft did', () => {
  const base = { 'a.bpmn': '1', 'b.bpmn': '1', 'c.form': '1', 'd.form': '1' };
  const mine = { 'a.bpmn': '1', 'b.bpmn': '2', 'c.form': '1', 'd.form': '1', 'mine.form': '1' };
  const newer = { 'a.bpmn': '2', 'b.bpmn': '1', 'd.form': '1', 'new.form': '1' };
  expect(how(base, mine, newer)).toEqual([
    ['a.bpmn', 'TAKEN'],
    ['c.form', 'TAKEN'],
    ['new.form', 'TAKEN'],
  ]);
});

test('a person decides on a drawing that both changed, unless they made it the same', () => {
  expect(how({ 'a.bpmn': '1' }, { 'a.bpmn': '2' }, { 'a.bpmn': '3' })).toEqual([['a.bpmn', 'BOTH']]);
  expect(how({ 'a.bpmn': '1' }, { 'a.bpmn': '3' }, { 'a.bpmn': '3' })).toEqual([]);
  expect(how({ 'a.bpmn': '1' }, { 'a.bpmn': '2' }, {})).toEqual([['a.bpmn', 'BOTH']]);
});

test('settings that each changed elsewhere are put together; the number of the version is no change', () => {
  const manifest = (version: string, days: number, title: string) => ({
    version,
    title,
    parameters: [
      { name: 'A', default: 1 },
      { name: 'B', default: days },
    ],
  });
  const [merged] = newerFiles(
    files({ 'manifest.json': manifest('1.0.0', 3, 'cũ') }),
    files({ 'manifest.json': manifest('1.0.1', 3, 'mới') }),
    files({ 'manifest.json': manifest('1.1.0', 5, 'cũ') }),
  );
  expect(merged.how).toBe('MERGED');
  expect(JSON.parse(merged.content?.toString() ?? '')).toEqual(manifest('1.1.0', 5, 'mới'));
});

test('a version that changed nothing but its number has nothing to take', () => {
  const manifest = (version: string, title: string) => ({ 'manifest.json': JSON.stringify({ version, title }) });
  expect(how(manifest('1.0.0', 'cũ'), manifest('1.0.0', 'mới'), manifest('1.1.0', 'cũ'))).toEqual([]);
});

describe('two changes of one list', () => {
  const thing = (id: string, value = 1) => ({ id, value });
  const base = [thing('a'), thing('b'), thing('c')];
  it('are put together thing by thing, what is new beside what it stood beside', () => {
    const merged = mergeJson(
      base,
      [thing('a', 2), thing('b'), thing('c'), thing('m')],
      [thing('a'), thing('n'), thing('b')],
    );
    expect(merged?.value).toEqual([thing('a', 2), thing('n'), thing('b'), thing('m')]);
  });
  it.each([
    [
      'the same thing changed otherwise',
      [thing('a', 2), thing('b'), thing('c')],
      [thing('a', 3), thing('b'), thing('c')],
    ],
    ['a thing changed here and dropped there', [thing('a', 2), thing('b'), thing('c')], [thing('b'), thing('c')]],
    ['another order', [thing('a', 2), thing('b'), thing('c')], [thing('b'), thing('a'), thing('c')]],
    ['things without names', [1, 2], [1, 3]],
  ])('are no one’s to merge: %s', (_, mine, newer) => {
    expect(mergeJson(base, mine, newer)).toBeNull();
  });
});
