// Every declared route that writes × bodies of every wrong kind: refused in two languages, never a fault of the server.
import { type AdminRoute, routeTable } from '../../../src/plugins/procedures/server/src/policy/route-table';
import { as, type Client, startExample } from '../../support/running-app';

jest.setTimeout(60_000);
const PEOPLE = ['van-phong', 'lanh-dao', 'quan-tri'];
const NAMES =
  `actingFor at attachments before calendar caseId change clientId code confirmed contacts data days definition desks
  digestTimes document documents email embedPdf escalateAfterMinutes escalation event expiresAt externalReference fileName from
  groups head isDefault items key kind kinds lateReason limit limits mentions name note packageId packageVersion params password
  people personId planners publicKey query quiet reason record remark roles rows rules scopes settings signer status steps taker
  taskId tasks terms text title to unit units until url urgentKinds valid validFrom validTo values version visibility`.split(
    /\s+/,
  );
const wholly = (value: unknown) => Object.fromEntries(NAMES.map((name) => [name, value]));
const BODIES: unknown[] = [
  [1, [2]],
  ...[7, 1e300, true, { a: { b: null } }, [[null], [{}]], [null], '', 'đ'.repeat(3_000)].map(wholly),
  ...['0026-01-01', '9999-12-31T23:59:59.999Z', '00000000-0000-4000-8000-000000000000'].map(wholly),
];
const NO_NAMES = ['none', '-1', '1e300', 'x'.repeat(500), '%F0%9F%98%80', "'%20or%201=1--", '..%2f..'];
const QUESTIONS =
  `page pageSize before after from to until unit units year q days caseId taskId state tasks owner clock view wait
  entry clientId at period weeks week limit month kind receivedFrom head group`.split(/\s+/);
const NO_ANSWERS = ['1e30', '-5', '0026-01-01', '9'.repeat(30), '%25_%5C', '99999-99-99', '-271821-04-20T00:00:00Z'];
const NOTHING = '00000000-0000-4000-8000-000000000000';
let ids: { caseId: string; taskId: string };
let people: Client[];

beforeAll(async () => {
  people = await Promise.all(PEOPLE.map((name) => as(`${name}@tam-thanh.example`)));
  ids = await startExample(people[0]);
});

const address = (path: string, other: string) =>
  path
    .replace('/tasks/:id', `/tasks/${ids.taskId}`)
    .replace('/cases/:id', `/cases/${ids.caseId}`)
    .replace(/:\w+/g, other);
const routes = routeTable.filter((route): route is AdminRoute => route.audience === 'admin');
const named = (some: AdminRoute[]) => some.map((route) => [`${route.method} ${route.path}`, route] as const);

/** What a person was answered that is a fault of the server, or a refusal that does not speak both languages. */
async function faultOf(who: number, method: string, path: string, body?: unknown) {
  const answer = await people[who].call(method, `/procedures${path}`, body);
  const { error } = answer.body ?? {};
  const isMute = answer.status >= 400 && error?.code !== undefined && (!error.vi || error.vi === error.en);
  return answer.status >= 500 || isMute
    ? [`${PEOPLE[who]} ${method} ${path}: ${answer.status} ${JSON.stringify(error)}`]
    : [];
}
const faultsOf = async (asked: Promise<string[]>[]) => (await Promise.all(asked)).flat();

describe.each(named(routes.filter(({ method }) => method === 'POST' || method === 'PUT')))('%s', (_name, route) => {
  it('refuses each wrong body in words, or takes of it what it knows', async () => {
    for (const who of people.keys()) {
      const path = address(route.path, NOTHING);
      expect(await faultsOf(BODIES.map((body) => faultOf(who, route.method, path, body)))).toEqual([]);
    }
  });
});

describe.each(named(routes.filter(({ path }) => path.includes(':'))))('%s', (_name, route) => {
  it('knows nothing by a name that is none', async () => {
    const body = route.method === 'GET' ? undefined : {};
    for (const who of people.keys()) {
      const paths = NO_NAMES.map((name) => route.path.replace(/:\w+/g, name));
      expect(await faultsOf(paths.map((path) => faultOf(who, route.method, path, body)))).toEqual([]);
    }
  });
});

describe.each(named(routes.filter(({ method, path }) => method === 'GET' && path !== '/events')))(
  '%s',
  (_name, route) => {
    it('answers a question that nobody understands', async () => {
      for (const who of people.keys()) {
        const paths = NO_ANSWERS.flatMap((value) =>
          ['', '[a]'].map((suffix) => {
            const query = QUESTIONS.map((word) => `${word}${suffix}=${value}`).join('&');
            return `${address(route.path, NOTHING)}?${query}`;
          }),
        );
        expect(await faultsOf(paths.map((path) => faultOf(who, 'GET', path)))).toEqual([]);
      }
    });
  },
);
