/** Both languages are complete and use the same values. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { en } from '../../../src/plugins/procedures/admin/src/translations/en';
import { vi } from '../../../src/plugins/procedures/admin/src/translations/vi';

/** Names in braces; the branches of a plural are words, not values. */
const valueNames = (text: string) => new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name));

const folder = path.resolve(__dirname, '../../../src/plugins/procedures/admin/src/translations');
const areas = (language: string) => readdirSync(path.join(folder, language));
const keysOf = (language: string, file: string): string[] =>
  Object.keys(JSON.parse(readFileSync(path.join(folder, language, file), 'utf8')));

describe('translations', () => {
  it('are put together from every area, and no key stands in two of them', () => {
    for (const [language, whole] of Object.entries({ vi, en })) {
      const keys = areas(language).flatMap((file) => keysOf(language, file));
      expect(keys.sort()).toEqual(Object.keys(whole).sort());
    }
  });
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
