// Owns the question "can this text be read as FEEL?", asked of a package before anything is evaluated for real.

import { ProblemError } from '../problems/problem-error';
import { evaluateFeel } from './evaluate-feel';
import { isFeel } from './resolve-feel';

/** The problem of a setting that begins with `=` and is not FEEL; null when it is fine or a literal. */
export function checkFeel(setting: unknown): ProblemError | null {
  if (!isFeel(setting)) return null;
  try {
    evaluateFeel(setting.slice(1), {});
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
}
