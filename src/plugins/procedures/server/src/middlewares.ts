// The middleware that config/middlewares.ts names: a refusal of ours that is thrown before a controller (by a policy)
// answers in both languages, like every other; so does a database that is away when Strapi asks who is signed in.
import { answerProblem } from './controllers/answer-problem';
import { portalAddresses } from './portal/portal-addresses';

interface Context {
  method: string;
  path: string;
  req: { headers: Record<string, string | string[] | undefined> };
  status: number;
  body: unknown;
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
  method === 'PUT' && /^\/procedures\/drafts\/[^/]+\/file$/.test(path);

/** Stands before the reading of bodies, which refuses a body of more than a megabyte in its own English words. */
const bodyTooLarge = () => async (context: Context, next: () => Promise<unknown>) => {
  // The reader of bodies leaves what is only bytes to the route.
  if (isLarge(context)) context.req.headers['content-type'] = 'application/octet-stream';
  try {
    await next();
  } catch (error) {
    if ((error as { status?: unknown } | null)?.status !== 413) throw error;
    context.status = 413;
    context.body = {
      error: {
        code: 'BODY_TOO_LARGE',
        vi: 'Nội dung gửi lên lớn hơn 1 MB nên chưa được ghi. Hãy rút gọn, phần dài gửi thành tệp đính kèm; nội dung vẫn còn trên màn hình.',
        en: 'Expected at most 1 MB, but more was sent and nothing was recorded. Shorten it, or attach the rest as a file.',
      },
    };
  }
};

export default { problems, 'body-too-large': bodyTooLarge, 'portal-addresses': portalAddresses };
