// Owns what words in common are worth. Pure. What many say these days tells nothing apart, and words that hold a sentence
// together tell nothing at all; a few words that agree wholly say more than the same few out of a long letter.

/** Syllables that stand in every text, without diacritics. */
const FILLERS = new Set(
  'va cua la co o tai cho bi duoc voi nhung mot cac khong toi nguoi thay dang vao ra di den tu trong tren ve nay do thi ma da se roi luc khi ong ba anh chi em'.split(
    ' ',
  ),
);
/** As many cases are taken for read as say none of it, so that the first cases of a tenant are weighed too. */
const UNHEARD = 20;
const PAIR_SHARE = 0.5;

export interface WordsInCommon {
  /** Pairs and numbers that both have. */
  pairs: string[];
  /** Syllables that both have, wherever they stand. */
  syllables: string[];
  /** Sum of what the syllables in common are worth; each at most 1. */
  weight: number;
  /** Of the shorter text's own weight, 0 to 1. */
  share: number;
}

/** What a syllable is worth, 0 to 1, by how many of the cases of these days have it. */
export function worthAmong(days: readonly (readonly string[])[]): (syllable: string) => number {
  const heard = new Map<string, number>();
  for (const words of days) for (const one of syllablesOf(words)) heard.set(one, (heard.get(one) ?? 0) + 1);
  const all = days.length + UNHEARD;
  return (syllable) => Math.log(all / ((heard.get(syllable) ?? 0) + 1)) / Math.log(all);
}

export function wordsInCommon(
  mine: readonly string[],
  theirs: readonly string[],
  worth: (syllable: string) => number,
): WordsInCommon {
  const [a, b] = [syllablesOf(mine), syllablesOf(theirs)];
  const known = new Set(theirs);
  const pairs = mine.filter((pair) => known.has(pair));
  const paired = syllablesOf(pairs);
  const sum = (syllables: Iterable<string>) => [...syllables].reduce((total, one) => total + worth(one), 0);
  // The same two syllables beside each other are a word; far apart they are half of one.
  const syllables = [...a].filter((one) => b.has(one));
  const weight = syllables.reduce((total, one) => total + worth(one) * (paired.has(one) ? 1 : PAIR_SHARE), 0);
  const shorter = Math.min(sum(a), sum(b));
  return { pairs, syllables, weight, share: shorter > 0 ? Math.min(1, weight / shorter) : 0 };
}

const syllablesOf = (words: readonly string[]): Set<string> =>
  new Set(words.flatMap((word) => word.split(' ')).filter((one) => one.length > 1 && !FILLERS.has(one)));
