import { newEntry, readEntry } from '../../../src/plugins/procedures/server/src/portal/entry-token';

const KEY = 'a key';
const NOW = Date.UTC(2026, 10, 28);

describe('the mark of an entry', () => {
  it('says which entry it is and since when it is open', () => {
    const entry = readEntry(KEY, newEntry(KEY, 'a/b', NOW), 'a/b', NOW + 1000);
    expect(entry).toMatchObject({ purpose: 'a/b', openedAt: NOW });
    expect(entry?.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is another one each time', () => {
    expect(newEntry(KEY, 'a', NOW)).not.toBe(newEntry(KEY, 'a', NOW));
  });

  it.each([
    ['for something else', KEY, 'c', 0],
    ['of another key', 'another', 'a/b', 0],
    ['a week old', KEY, 'a/b', 8 * 24 * 3600 * 1000],
  ])('%s is none', (_what, key, purpose, later) => {
    expect(readEntry(key, newEntry(KEY, 'a/b', NOW), purpose, NOW + later)).toBeNull();
  });

  it.each(['', '.', 'x', 'x.y', '....', `${Buffer.from('[]').toString('base64url')}.`])('"%s" is none', (text) => {
    expect(readEntry(KEY, text, 'a/b', NOW)).toBeNull();
  });
});
