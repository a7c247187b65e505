// Owns how a refusal is answered, whoever throws it: a service behind a controller, or a gate before it. In both
// languages, and with the time after which to try again where that helps.
import { ProblemError } from '../problems/problem-error';
import { databaseAway } from '../storage/database-away';
import { unreadableValue } from '../storage/unreadable-value';

interface Answered {
  status: number;
  body: unknown;
  set(name: string, value: string): void;
}

const RETRY_AFTER_SECONDS = 5;

/** Answers what is a problem of ours or of a database that is away; throws everything else on. */
export function answerProblem(context: Answered, error: unknown): void {
  const problem = error instanceof ProblemError ? error : (databaseAway(error) ?? unreadableValue(error));
  if (!problem) throw error;
  context.status = problem.status;
  if (problem.status === 503) context.set('Retry-After', String(RETRY_AFTER_SECONDS));
  const { code, vi, en, detail } = problem;
  context.body = { error: { code, vi, en, detail: detail ?? undefined } };
}
