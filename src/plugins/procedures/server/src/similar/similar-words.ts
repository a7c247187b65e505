// similar/ owns the question whether an entry resembles a case that is known: by place, time and words, never by people.
//
//   similar-words.ts   a text as what it is compared by      judge-similar.ts   when two are alike, and why
//   weigh-words.ts     what words in common are worth         compare-places.ts  how alike two places are
//   write-similar.ts   what is kept of a case                find-similar.ts    the cases that a person may be told of
//
// This file owns the words: pairs of neighbours, since most words of Vietnamese are two syllables long, and what holds a
// digit (a plate, an account, a number of a house). Compared without diacritics, in small letters.
import { searchWords } from '../views/search-words';

const MAX_WORDS = 400;
const MAX_LENGTH = 20_000;

/** Each thing that is compared, with how it was written. */
export function similarWords(text: string): Map<string, string> {
  const written = text
    .normalize('NFC')
    .slice(0, MAX_LENGTH)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const found = new Map<string, string>();
  const [only, ...others] = written;
  if (only !== undefined && others.length === 0) found.set(folded(only), only);
  written.forEach((word, at) => {
    if (found.size >= MAX_WORDS) return;
    const plain = folded(word);
    if (/\d/.test(plain) && plain.length >= 3) found.set(plain, word);
    const next = written[at + 1];
    if (next !== undefined && !/^\d+$/.test(plain) && !/^\d+$/.test(next)) {
      found.set(`${plain} ${folded(next)}`, `${word} ${next}`);
    }
  });
  return found;
}

export const folded = (text: string): string => searchWords(text).join(' ');
