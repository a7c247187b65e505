// Owns the comparison of a draft with a version that came into force after the one it was made from: which of that version's
// changes the draft can take as they are, which it can merge, and which files both changed. Pure.
import { isDeepStrictEqual } from 'node:util';
import { mergeJson } from './merge-json';

export type NewerFile =
  | { path: string; how: 'TAKEN'; content: Buffer | null }
  | { path: string; how: 'MERGED'; content: Buffer }
  /** A person decides: the draft's, or the newer version's (null: it has none). */
  | { path: string; how: 'BOTH'; content: Buffer | null };

type Files = ReadonlyMap<string, Buffer>;

export function newerFiles(base: Files, mine: Files, newer: Files): NewerFile[] {
  const paths = new Set([...base.keys(), ...newer.keys()]);
  return [...paths].sort().flatMap((path): NewerFile[] => {
    const [before, own, theirs] = [base.get(path), mine.get(path), newer.get(path)];
    if (isSameContent(path, before, theirs) || isSameContent(path, own, theirs)) return [];
    const content = theirs ?? null;
    if (isSame(before, own)) return [{ path, how: 'TAKEN', content }];
    const merged = own && theirs && mergedText(path, before, own, theirs);
    return [merged ? { path, how: 'MERGED', content: merged } : { path, how: 'BOTH', content }];
  });
}

const isSame = (a: Buffer | undefined, b: Buffer | undefined): boolean => (a && b ? a.equals(b) : a === b);

/** A manifest that differs by its number alone says nothing new: the number is given at proposing. */
function isSameContent(path: string, a: Buffer | undefined, b: Buffer | undefined): boolean {
  if (isSame(a, b) || path !== 'manifest.json' || !a || !b) return isSame(a, b);
  try {
    const [one, other] = [a, b].map((content) => ({ ...JSON.parse(content.toString('utf8')), version: '' }));
    return isDeepStrictEqual(one, other);
  } catch {
    return false;
  }
}

function mergedText(path: string, before: Buffer | undefined, own: Buffer, theirs: Buffer): Buffer | null {
  if (!/\.(json|form)$/.test(path)) return null;
  try {
    const newer = JSON.parse(theirs.toString('utf8'));
    const read = (content: Buffer | undefined) => {
      const value = content && JSON.parse(content.toString('utf8'));
      // The number is given at proposing; it is no change of content.
      return path === 'manifest.json' && value ? { ...value, version: newer.version } : value;
    };
    const merged = mergeJson(read(before), read(own), newer);
    return merged && Buffer.from(`${JSON.stringify(merged.value, null, 2)}\n`, 'utf8');
  } catch {
    return null;
  }
}
