// Owns the addresses that people see: each leads to a declared route, and the answer to a person is a page also where
// something refuses on the way. A form with files is left for its route to read (portal/read-multipart.ts): nothing of it is
// written to the disk by whoever reads bodies for everybody.
import { routeTable } from '../policy/route-table';
import { getPlatform } from '../runtime/registry';
import { html } from './html';
import { renderPage, withLanguage } from './page-frame';
import { PAGE_HEADERS } from './page-headers';
import { languageOf, sayIn } from './portal-texts';

interface AddressContext {
  method: string;
  path: string;
  query: Record<string, string | undefined>;
  req: { headers: Record<string, string | string[] | undefined> };
  state: Record<string, unknown>;
  status: number;
  body: unknown;
  type: string;
  set(name: string, value: string): void;
  redirect(address: string): void;
}

const API = '/api/procedures';

interface Address {
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly path: string;
  readonly isAccount: boolean;
}

const addresses: readonly Address[] = routeTable.flatMap((route) => {
  if (!('page' in route) || !route.page) return [];
  const names = [...route.page.matchAll(/:(\w+)/g)].map((match) => match[1] as string);
  const pattern = new RegExp(`^${route.page.replace(/:(\w+)/g, '([A-Za-z0-9_-]{1,80})')}/?$`);
  return [{ method: route.method, pattern, names, path: route.path, isAccount: route.audience === 'portal' }];
});

/** The route behind an address; null: no page of the portal. */
export function routeBehind(method: string, path: string): { path: string; isAccount: boolean } | null {
  const wanted = method === 'HEAD' ? 'GET' : method;
  for (const address of addresses) {
    const match = address.method === wanted ? address.pattern.exec(path) : null;
    if (!match) continue;
    const target = address.names.reduce(
      (made, name, index) => made.replace(`:${name}`, match[index + 1] ?? ''),
      address.path,
    );
    return { path: `${API}${target}`, isAccount: address.isAccount };
  }
  return null;
}

export const portalAddresses = () => async (context: AddressContext, next: () => Promise<unknown>) => {
  const target = routeBehind(context.method, context.path);
  const asked = context.path;
  if (target) context.path = target.path;
  if (context.path.startsWith(`${API}/portal`)) setFormAside(context);
  await next();
  if (!target) return;
  const problem = (context.body as { error?: { code: string; vi: string; en: string } } | null)?.error;
  if (!problem || typeof problem.vi !== 'string') return;
  const language = languageOf(context.query.lang);
  if (target.isAccount && context.status === 401) {
    context.redirect(withLanguage('/cong/dang-nhap', language));
    context.status = 303;
    return;
  }
  const say = sayIn(getPlatform().strapi.dirs.static.public, language);
  const status = context.status;
  const back = context.method === 'GET' || context.method === 'HEAD' ? '/' : asked;
  context.body = renderPage(
    { language, say, tenant: null, address: null, title: say('problem.title') },
    html`<h1>${say('problem.title')}</h1><p class="lead">${problem[language]}</p><p><a class="button" href="${withLanguage(back, language)}">${say('problem.back')}</a></p>`,
  );
  context.status = status;
  context.type = 'text/html; charset=utf-8';
  for (const [name, value] of Object.entries(PAGE_HEADERS)) context.set(name, value);
};

function setFormAside(context: AddressContext): void {
  const type = context.req.headers['content-type'];
  if (typeof type !== 'string' || !/^multipart\/form-data/i.test(type)) return;
  context.state.formType = type;
  context.req.headers['content-type'] = 'application/octet-stream';
}
