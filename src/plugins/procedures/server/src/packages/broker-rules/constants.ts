// Owns what an expression amounts to where a process starts: there are no variables, and the broker computes it as it deploys.
import { evaluateFeel, type FeelContext } from '../../feel/evaluate-feel';
import { toPlain } from '../../feel/to-plain';
import { readExpression } from '../broker-feel/read-broker-feel';

export interface Constant {
  /** dates, times and durations as their ISO texts */
  value: unknown;
  /** whether the engine has a text too, and not a date, time or duration */
  isText: boolean;
}

/** Of the engine alone: what they give cannot be told here. */
const ENGINE_ONLY = [
  ...['and', 'assert', 'duplicate values', 'extract', 'get or else', 'is defined', 'last day of month', 'or', 'put'],
  ...['put all', 'random number', 'union'],
];

/** A repetition is a text: `cycle(3, duration("P1D"))` is "R3/P1D", and without a number "R/P1D". */
const FUNCTIONS: FeelContext = {
  cycle: (...given: unknown[]) => `R${given.length > 1 ? given[0] : ''}/${toPlain(given.at(-1))}`,
};

/** null where the expression cannot be read (which is said elsewhere), or only the engine can compute it. */
export function constantOf(expression: string): Constant | null {
  const read = readExpression(expression);
  if (!read.readable || read.calls.some((name) => ENGINE_ONLY.includes(name))) return null;
  try {
    return {
      value: evaluateFeel(expression, FUNCTIONS).value,
      isText: evaluateFeel(`(${expression}) instance of string`, FUNCTIONS).value === true,
    };
  } catch {
    // The engine's grammar is wider in places than that of the evaluator here.
    return null;
  }
}
