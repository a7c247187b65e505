// Owns the one shape in which the platform refuses something: a code for programs, a sentence in Vietnamese and
// English for people (what was expected, what to do), and an HTTP status.

/** An expected refusal. `vi` and `en` say what was expected, what came instead, and what to do next. */
export class ProblemError extends Error {
  readonly code: string;
  /** HTTP status that a route answers with. */
  readonly status: number;
  readonly vi: string;
  readonly en: string;
  /** Machine-readable particulars, e.g. the offending fields. Never personal data. */
  readonly detail: unknown;

  constructor(problem: { code: string; status?: number; vi: string; en: string; detail?: unknown }) {
    super(problem.en);
    this.name = 'ProblemError';
    this.code = problem.code;
    this.status = problem.status ?? 400;
    this.vi = problem.vi;
    this.en = problem.en;
    this.detail = problem.detail ?? null;
  }
}
