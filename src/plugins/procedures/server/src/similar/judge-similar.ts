// Owns when two things are alike enough to say so, and in which order they are told. Pure. One reason alone is none: half
// calls to one office come from one market, and something happens every hour.
import type { SimilarReasons } from '../../../shared/intake-contract';

const SAME_PLACE = 0.75;
const NEAR_PLACE = 0.5;
const DAY_MINUTES = 24 * 60;
/** Further apart, time says nothing. */
const APART_MINUTES = 7 * DAY_MINUTES;
const FEW_WORDS = 2;
/** So many words in common that neither place nor time is needed: the same letter sent again. */
const MANY_WORDS = 8;

export interface Compared {
  /** 0 to 1, of the two places. */
  place: number;
  minutes: number;
  words: string[];
}

/** Null: not alike. The higher the weight, the more alike. */
export function judgeSimilar({ place, minutes, words }: Compared): { reasons: SimilarReasons; weight: number } | null {
  const isNear = place >= NEAR_PLACE;
  const isSoon = minutes <= APART_MINUTES;
  const isTold = words.length >= FEW_WORDS;
  const count = [isNear, isSoon, isTold].filter(Boolean).length;
  if (count < 2 && words.length < MANY_WORDS) return null;
  return {
    reasons: {
      place: place >= SAME_PLACE ? 'SAME' : isNear ? 'NEAR' : null,
      minutes: isSoon ? Math.round(minutes) : null,
      words: isTold ? words : [],
    },
    weight:
      (isNear ? place : 0) +
      (isSoon ? 1 - minutes / APART_MINUTES : 0) +
      Math.min(words.length, MANY_WORDS) / MANY_WORDS,
  };
}
