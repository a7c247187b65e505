// Owns the words of the pages: read from public/portal/{vi,en}.json, which whoever runs the application may change.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { LocalText } from '../packages/types';

export type Language = 'vi' | 'en';
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

type Texts = Readonly<Record<string, string>>;
const known = new Map<string, Texts>();

const textsOf = (folder: string, language: Language): Texts => {
  const file = path.join(folder, 'portal', `${language}.json`);
  const texts = known.get(file) ?? (JSON.parse(readFileSync(file, 'utf8')) as Texts);
  known.set(file, texts);
  return texts;
};

/** A key that nobody has written reads as itself: the test of the texts finds it. */
export function sayIn(folder: string, language: Language): Say {
  const texts = textsOf(folder, language);
  return (key, values = {}) =>
    (texts[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

export const languageOf = (given: unknown): Language => (given === 'en' ? 'en' : 'vi');

export const inLanguage = (text: LocalText | null | undefined, language: Language): string =>
  text ? text[language] || text.vi : '';
