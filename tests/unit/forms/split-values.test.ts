import { splitValues } from '../../../src/plugins/procedures/server/src/forms/split-values';

const attributes = { names: new Set(['title', 'persons']), related: new Map([['persons', new Set(['name'])]]) };

test('what the content type lacks goes to extra', () => {
  expect(splitValues({ record: { title: 'a', roomCode: 'P1' }, task: { ok: true } }, attributes)).toEqual({
    record: { title: 'a', extra: { roomCode: 'P1' } },
    task: { ok: true },
  });
});
test('without such keys there is no extra', () => {
  expect(splitValues({ record: { title: 'a' } }, attributes)).toEqual({ record: { title: 'a' }, task: {} });
});
test('a row of related records has an extra of its own', () => {
  expect(splitValues({ record: { persons: [{ name: 'An', nick: 'x' }] } }, attributes).record).toEqual({
    persons: [{ name: 'An', extra: { nick: 'x' } }],
  });
});
test('flat paths mean the same', () => {
  expect(splitValues({ 'record.title': 'a', 'task.ok': true }, attributes)).toEqual({
    record: { title: 'a' },
    task: { ok: true },
  });
});
test('a key of neither record nor task is refused', () => {
  expect(() => splitValues({ other: 1 }, attributes)).toThrow('Expected every form key to start with');
});
