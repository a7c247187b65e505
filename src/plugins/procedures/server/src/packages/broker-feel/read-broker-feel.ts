// Owns the question "would the engine read this text as FEEL, and which functions does it call?". Nothing is evaluated.
import { expression, unaryTests } from './grammar';
import { afterSpace, type Rule, Text } from './peg';

export type BrokerFeel =
  | { readable: true; calls: string[] }
  /** `at` counts characters from 1. */
  | { readable: false; at: number };

const MAX_LENGTH = 200_000;

export const readExpression = (text: string): BrokerFeel => read(text, expression);
export const readUnaryTests = (text: string): BrokerFeel => read(text, unaryTests);

function read(value: string, rule: Rule): BrokerFeel {
  const text = new Text(value);
  if (value.length > MAX_LENGTH) return { readable: false, at: MAX_LENGTH };
  try {
    const start = afterSpace(text, 0);
    const match = start === -1 ? null : rule(text, start);
    const end = match ? afterSpace(text, match.end) : -1;
    if (!match || end !== value.length) return { readable: false, at: Math.max(text.furthest, match?.end ?? 0) + 1 };
    return { readable: true, calls: foreign(match.calls, match.defines) };
  } catch (error) {
    // Brackets nested by the thousand: the engine's own parser runs out of stack too.
    if (error instanceof RangeError) return { readable: false, at: text.furthest + 1 };
    throw error;
  }
}

/** Calls of functions that the expression does not bring along; members of a context are its own affair. */
const foreign = (calls: readonly string[], defines: readonly string[]): string[] => [
  ...new Set(calls.filter((name) => !defines.includes(name) && !name.includes('.'))),
];
