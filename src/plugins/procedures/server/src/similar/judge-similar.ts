// Owns when two things are alike enough to say so, and in which order they are told. Pure. One reason alone is none: half
// the calls to one office come from one market, and something happens every hour. On a busy day it is the words that tell
// two things at one place apart, so place and time alone are told only where words cannot contradict them.
import type { SimilarReasons } from '../../../shared/intake-contract';
import type { WordsInCommon } from './weigh-words';

const SAME_PLACE = 0.75;
const NEAR_PLACE = 0.5;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;
/** Further apart, time says nothing. */
const APART_MINUTES = 7 * DAY_MINUTES;
/** What two rare words in common are worth, and a short text that agrees. */
const TOLD_WEIGHT = 1.2;
const TOLD_SHARE = 0.25;
const AGREES_WEIGHT = 0.8;
const AGREES_SHARE = 0.6;
/** Enough in common that neither place nor time is needed: the same letter sent again. */
const LETTER_WEIGHT = 6;
const LETTER_SHARE = 0.5;
/** Below it, what both say contradicts. */
const OTHER_MATTER = 0.1;

export interface Compared {
  /** 0 to 1, of the two places. */
  place: number;
  minutes: number;
  words: WordsInCommon;
  /** Both say something, so that it can be another matter. */
  bothTold: boolean;
  /** As they were written, of what is in common. */
  written: string[];
}

/** Null: not alike. The higher the weight, the more alike. */
export function judgeSimilar(compared: Compared): { reasons: SimilarReasons; weight: number } | null {
  const { place, minutes, words, bothTold, written } = compared;
  const isNear = place >= NEAR_PLACE;
  const isSoon = minutes <= APART_MINUTES;
  const isTold =
    (words.weight >= TOLD_WEIGHT && words.share >= TOLD_SHARE) ||
    (words.weight >= AGREES_WEIGHT && words.share >= AGREES_SHARE);
  const isLetter = words.weight >= LETTER_WEIGHT && words.share >= LETTER_SHARE;
  const isHere = isNear && minutes <= DAY_MINUTES && !(bothTold && words.share < OTHER_MATTER);
  if (!isLetter && !isHere && !(isTold && (isNear || isSoon))) return null;
  return {
    reasons: {
      place: place >= SAME_PLACE ? 'SAME' : isNear ? 'NEAR' : null,
      minutes: isSoon ? Math.round(minutes) : null,
      words: isTold ? written : [],
    },
    weight: (isNear ? place : 0) + (isSoon ? soonness(minutes) : 0) + 2 * words.share + Math.min(words.weight, 6) / 6,
  };
}

/** 1 at once, 0.4 after a day, 0 after a week: an hour more or less says much, a day more or less little. */
const soonness = (minutes: number): number =>
  1 - Math.log(1 + minutes / HOUR_MINUTES) / Math.log(1 + APART_MINUTES / HOUR_MINUTES);
