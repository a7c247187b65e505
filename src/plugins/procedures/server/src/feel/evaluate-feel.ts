// Owns the evaluation of a FEEL expression on our server: the one importer of feelin's interpreter.
// A missing name is null with a warning, as FEEL has it; only text that is not FEEL at all is refused.

import { date, dateAndTime, evaluate, SyntaxError as FeelSyntaxError } from 'feelin';
import { DateTime } from 'luxon';
import { ProblemError } from '../problems/problem-error';
import { narrowContext, valueOfPath } from './narrow-context';
import { toFeelContext, toPlain } from './to-plain';

export type FeelContext = Readonly<Record<string, unknown>>;

export interface FeelResult {
  readonly value: unknown;
  /** Why parts of the expression were null: shown to who writes the expression, never to who works on a case. */
  readonly warnings: string[];
}

/** What `now()` and `today()` answer. */
export interface FeelNow {
  readonly instant: Date;
  readonly timeZone: string;
}

/**
 * Evaluates `expression` (without a leading `=`) over `context`. Give `now` wherever the expression may say `now()` or
 * `today()`: feelin would otherwise read the machine's clock, which trial runs and the case runner do not follow.
 */
export function evaluateFeel(expression: string, context: FeelContext, now?: FeelNow): FeelResult {
  const value = valueOfPath(expression, context);
  if (value !== undefined) return { value: toPlain(toFeelContext(value)), warnings: [] };
  try {
    const given = toFeelContext(narrowContext(expression, context)) as FeelContext;
    const result = evaluate(expression, { ...given, ...clockNames(now) });
    return { value: toPlain(result.value), warnings: result.warnings.map((warning) => warning.message) };
  } catch (error) {
    if (error instanceof FeelSyntaxError) throw syntaxProblem(expression, error);
    // feelin throws where FEEL says null (e.g. an argument out of range): keep FEEL's meaning, and say why.
    return { value: null, warnings: [error instanceof Error ? error.message : String(error)] };
  }
}

function clockNames(now: FeelNow | undefined): Record<string, unknown> {
  if (!now) return {};
  const local = DateTime.fromJSDate(now.instant, { zone: now.timeZone });
  const instant = local.toISO({ suppressMilliseconds: true });
  const day = local.toISODate();
  if (instant === null || day === null) {
    throw new RangeError(`Expected a valid instant and time zone, but got ${String(now.instant)} in ${now.timeZone}`);
  }
  return { now: () => dateAndTime(instant), today: () => date(day) };
}

function syntaxProblem(expression: string, error: FeelSyntaxError): ProblemError {
  const at = error.position.from + 1;
  return new ProblemError({
    code: 'FEEL_SYNTAX',
    status: 422,
    vi: `Cần một biểu thức FEEL đọc được, nhưng «${expression}» sai cú pháp ở ký tự ${at}. Hãy sửa biểu thức.`,
    en: `Expected a readable FEEL expression, but "${expression}" has a syntax error at character ${at}: ${error.message}. Correct the expression.`,
    detail: { expression, position: error.position },
  });
}
