// The middleware that config/middlewares.ts names: a refusal of ours that is thrown before a controller (by a policy)
// answers in both languages, like every other; so does a database that is away when Strapi asks who is signed in, and a
// body that cannot be read or kept.
import { answerProblem } from './controllers/answer-problem';
import { portalAddresses } from './portal/portal-addresses';
import { ProblemError } from './problems/problem-error';
import { refuseUnstorable, refuseUnstorableAddress } from './problems/refuse-unstorable';

interface Context {
  method: string;
  req: { headers: Record<string, string | string[] | undefined> };
  status: number;
  body: unknown;
  path: string;
  querystring: string;
  request: { body?: unknown };
  set(name: string, value: string): void;
}

const problems = () => async (context: Context, next: () => Promise<unknown>) => {
  try {
    await next();
  } catch (error) {
    answerProblem(context, error);
  }
};

/** What its route reads itself, once the sender is let in (controllers/read-large-json.ts). */
const isLarge = ({ method, path }: Context): boolean =>
  (method === 'PUT' && /^\/procedures\/drafts\/[^/]+\/file$/.test(path)) ||
  (method === 'POST' && /^\/api\/procedures\/v1\/packages\/[^/]+\/(drafts|proposals)$/.test(path)) ||
  (method === 'POST' && /^(\/api\/procedures\/v1|\/procedures)\/reconciliation\/compare$/.test(path));

/** Stands before the reading of bodies, which refuses what is too large or no JSON in its own English words. */
const unreadBody = () => async (context: Context, next: () => Promise<unknown>) => {
  // The reader of bodies leaves what is only bytes to the route.
  if (isLarge(context)) context.req.headers['content-type'] = 'application/octet-stream';
  try {
    // An address that nobody understands still shows a list: the null characters of a filter are left out.
    if (/%00/.test(context.querystring)) context.querystring = context.querystring.replaceAll('%00', '');
    await next();
  } catch (error) {
    const problem = problemOfReading(error, context.request.body !== undefined);
    if (!problem) throw error;
    answerProblem(context, problem);
  }
};

/** Stands right behind the reading of bodies, before every route. */
const storableBody = () => async (context: Context, next: () => Promise<unknown>) => {
  try {
    refuseUnstorableAddress(context.path);
    refuseUnstorable(context.request.body);
  } catch (error) {
    answerProblem(context, error);
    return;
  }
  await next();
};

function problemOfReading(error: unknown, isRead: boolean): ProblemError | null {
  const { status, body, code } = (error ?? {}) as { status?: unknown; body?: unknown; code?: unknown };
  if (status === 413) {
    return new ProblemError({
      code: 'BODY_TOO_LARGE',
      status: 413,
      vi: 'Nội dung gửi lên lớn hơn 1 MB nên chưa được ghi. Hãy rút gọn, phần dài gửi thành tệp đính kèm; nội dung vẫn còn trên màn hình.',
      en: 'Expected at most 1 MB, but more was sent and nothing was recorded. Shorten it, or attach the rest as a file.',
    });
  }
  // The reader of bodies hangs what it could not read on its error; what does not unpack says so by its code.
  if (isRead) return null;
  const isCutOff = /^MultipartParser/.test(String((error as Error | null)?.message));
  if ((status === 400 && typeof body === 'string') || /^Z_/.test(String(code)) || isCutOff) {
    return new ProblemError({
      code: 'BODY_UNREADABLE',
      vi: 'Nội dung gửi lên không phải JSON đọc được nên chưa ghi gì. Hãy gửi lại đúng dạng.',
      en: 'Expected JSON, but what was sent cannot be read and nothing was recorded. Send it again as JSON.',
    });
  }
  return null;
}

export default {
  problems,
  'portal-addresses': portalAddresses,
  'unread-body': unreadBody,
  'storable-body': storableBody,
};
