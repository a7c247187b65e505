/** Both languages are complete and use the same values. */
import en from '../../../src/plugins/procedures/admin/src/translations/en.json';
import vi from '../../../src/plugins/procedures/admin/src/translations/vi.json';

/** Names in braces; the branches of a plural are words, not values. */
const valueNames = (text: string) => new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name));

describe('translations', () => {
  it('have the same keys in Vietnamese and English, none of them empty', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    for (const text of [...Object.values(vi), ...Object.values(en)]) expect(text.trim()).not.toBe('');
  });
  it('fill in the same values in both languages', () => {
    for (const [key, text] of Object.entries(vi)) {
      expect([key, valueNames((en as Record<string, string>)[key])]).toEqual([key, valueNames(text)]);
    }
  });
});
