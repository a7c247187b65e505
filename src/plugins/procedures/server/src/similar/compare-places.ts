// Owns how alike two places are, 0 to 1. Pure. A name that stands within a longer one is near, not the same; and what has
// another number is next door at most.

const WITHIN = 0.72;
const NEXT_DOOR = 0.6;

export interface PlacesCompared {
  mine: string;
  theirs: string;
  /** Of pg_trgm, over both. */
  alike: number;
  /** Of pg_trgm, the one within the other. */
  within: number;
}

export function comparePlaces({ mine, theirs, alike, within }: PlacesCompared): number {
  if (mine === '' || theirs === '') return 0;
  const likeness = Math.max(alike, within * WITHIN);
  const [own, other] = [numbersOf(mine), numbersOf(theirs)];
  const differs = own.length > 0 && other.length > 0 && !own.some((one) => other.includes(one));
  return differs ? Math.min(likeness, NEXT_DOOR) : likeness;
}

const numbersOf = (place: string): string[] => place.match(/\d+/g) ?? [];
