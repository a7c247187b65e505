// The middleware that config/middlewares.ts names: a refusal of ours that is thrown before a controller (by a policy)
// answers in both languages, like every other.
import { ProblemError } from './problems/problem-error';

interface Context {
  status: number;
  body: unknown;
}

const problems = () => async (context: Context, next: () => Promise<unknown>) => {
  try {
    await next();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    context.status = error.status;
    context.body = { error: { code: error.code, vi: error.vi, en: error.en, detail: error.detail ?? undefined } };
  }
};

export default { problems };
