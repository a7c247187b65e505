// Every declared route × what nobody should send and somebody does. Never a fault of the server; a refusal has a code and says
// in both languages what is wrong; what was refused has written no case, no task and no act.
import { Client as Database } from 'pg';
import { operations } from '../../../src/plugins/procedures/server/src/integration/operations';
import { permissionUid, roleDefinitions } from '../../../src/plugins/procedures/server/src/policy/actions';
import { type RouteDeclaration, routeTable } from '../../../src/plugins/procedures/server/src/policy/route-table';
import { as, type Client, openTask, runningApp, startExample, until } from '../../support/running-app';
import {
  BAD_BODIES,
  BAD_PLACES,
  BAD_QUESTIONS,
  BAD_VALUES,
  namesOfFields,
  namesOfQuestions,
  ODD_QUESTIONS,
} from './bad-values';
import { validBodies } from './valid-bodies';

const AT_ONCE = 8;
const QUIET_MS = 1_000;
/** Every value at every route, in some twenty minutes: for whoever changes the reading of requests. */
const WHOLE = process.env.PROCEDURES_WHOLE_WALK === 'true';
/** What a limit counts per address is not walked dry: other tests come from here too. */
const COUNTED = /^\/portal\/(session|password|status)/;
const PEOPLE: Record<string, string> = {
  'procedures-staff': 'van-phong',
  'procedures-admin': 'quan-tri',
  'procedures-auditor': 'kiem-tra',
};
const fields = namesOfFields();
const questions = namesOfQuestions();
let database: Database;
let secret: string;
let ids: { caseId: string; taskId: string; receiptCode: string };
let bodies: Record<string, Record<string, unknown>>;

beforeAll(async () => {
  const officer = await as('van-phong@tam-thanh.example');
  ids = await startExample(officer);
  const task = await openTask(officer, ids.caseId);
  bodies = validBodies({ ...ids, version: task.version });
  const administrator = await as('quan-tri@tam-thanh.example');
  const made = await administrator.post('/procedures/api-tokens', {
    name: 'Chương trình gửi bậy',
    unit: 'VP',
    groups: ['VP/can-bo'],
    scopes: [...new Set(operations.map((one) => one.scope))],
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  secret = made.secret;
  await (await as('lanh-dao-van-phong@tam-thanh.example')).post(`/procedures/api-tokens/${made.token.id}/approve`, {});
  database = new Database({ connectionString: runningApp().databaseUrl });
  await database.connect();
  // What earlier tests have set going arrives first.
  let last = '';
  await until(async () => {
    const now = JSON.stringify(await rowsWritten());
    const isQuiet = now === last;
    last = now;
    if (!isQuiet) await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    return isQuiet ? true : null;
  }, 'nothing more to be written');
});
afterAll(() => database.end());

/** Who gets furthest: a person whose role has the permission. */
async function bearerOf(route: RouteDeclaration): Promise<string | null> {
  if (route.audience === 'integration') return secret;
  if (route.audience !== 'admin') return null;
  const has = (code: string) =>
    route.permission === null ||
    roleDefinitions
      .find((one) => one.code === code)
      ?.actions.map(permissionUid)
      .includes(route.permission);
  const role = Object.keys(PEOPLE).find(has) ?? 'procedures-staff';
  const client: Client = await as(`${PEOPLE[role]}@tam-thanh.example`);
  return (client as unknown as { token: string }).token;
}

const addressOf = (route: RouteDeclaration): string => {
  if ('page' in route && route.page) return route.page;
  return `${route.audience === 'admin' ? '' : '/api'}/procedures${route.path}`;
};
/** The places of an address filled with what is known, so that what is behind them is reached. */
const filled = (address: string): string =>
  address
    .replace('/cases/:id', `/cases/${ids.caseId}`)
    .replace('/tasks/:id', `/tasks/${ids.taskId}`)
    .replace('/receipts/:code', `/receipts/${ids.receiptCode}`)
    .replace(':tenant', 'tam-thanh')
    .replace(/:packageId|:package/, 'vi-du')
    .replace(':event', 'BAT_DAU')
    .replace(':day', '2031-05-05')
    .replace(/:\w+/g, '00000000-0000-4000-8000-000000000000');

interface Sent {
  what: string;
  status: number;
  text: string;
  type: string;
}
async function send(route: RouteDeclaration, what: string, address: string, body?: string, type = 'application/json') {
  const bearer = await bearerOf(route);
  const headers: Record<string, string> = { 'idempotency-key': 'walk' };
  if (bearer) headers.authorization = `Bearer ${bearer}`;
  if (body !== undefined && type !== '') headers['content-type'] = type;
  const answer = await fetch(`${runningApp().baseUrl}${address}`, {
    method: route.method,
    headers,
    redirect: 'manual',
    // Bytes carry no kind of their own.
    body: body === undefined ? undefined : new TextEncoder().encode(body),
  });
  const kind = answer.headers.get('content-type') ?? '';
  if (kind.includes('event-stream')) {
    await answer.body?.cancel();
    return { what, status: answer.status, text: '', type: kind };
  }
  return { what, status: answer.status, text: await answer.text(), type: kind };
}

/** What is wrong with an answer, in words; nothing if it is as it should be. */
function faultOf(route: RouteDeclaration, { what, status, text, type }: Sent): string[] {
  const said = `${what}: ${status} ${text.slice(0, 300)}`;
  if (status >= 500) return [`a fault on ${said}`];
  if (/\bat \S+ \(.*\.(js|ts):\d+/.test(text)) return [`a stack trace on ${said}`];
  if (status < 400 || 'page' in route) return [];
  if (!type.includes('json')) return [`no problem on ${said}`];
  const { error } = JSON.parse(text);
  const isSaid = [error?.code, error?.vi, error?.en].every((one) => typeof one === 'string' && one !== '');
  return isSaid && error.vi !== error.en ? [] : [`no words on ${said}`];
}

/** So many of them, others for every route: together the routes meet all, and one walk takes a minute. */
const turn = <T>(all: readonly T[], count: number, at: number): T[] =>
  WHOLE ? [...all] : Array.from({ length: count }, (_, nth) => all[(at * count + nth) % all.length] as T);

async function inTurns<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < all.length; at += AT_ONCE)
    done.push(...(await Promise.all(all.slice(at, at + AT_ONCE).map(work))));
  return done;
}

const rowsWritten = async (): Promise<Record<string, number>> =>
  (
    await database.query(
      `select (select count(*)::int from procedures.cases) as cases, (select count(*)::int from procedures.tasks) as tasks,
              (select count(*)::int from procedures.actions) as actions`,
    )
  ).rows[0];

const routes = routeTable.filter((route) => !(route.method === 'POST' && COUNTED.test(route.path)));

it('knows the fields and the questions that the server reads', () => {
  for (const name of ['reason', 'values', 'clientId', 'packageId', 'version']) expect(fields).toContain(name);
  for (const name of ['page', 'view', 'wait', 'year']) expect(questions).toContain(name);
});

describe.each(routes.map((route, at) => [`${route.method} ${route.path}`, route, at] as const))(
  '%s',
  (name, route, at) => {
    it('answers in words, never with a fault, and does nothing that it refuses', async () => {
      const address = filled(addressOf(route));
      const before = await rowsWritten();
      const sent: Sent[] = [];
      const places = [...addressOf(route).matchAll(/:\w+/g)].map(([place]) => place);
      const addresses = places.flatMap((place, nth) =>
        turn(BAD_PLACES, 3, at + nth).map((bad) => filled(addressOf(route).replace(place, bad))),
      );
      // Every name with another bad value at once, in rounds; and one address that is odd as a whole.
      const mixed = [0, 1, 2].map((round) =>
        questions.map((one, nth) => `${one}=${BAD_QUESTIONS[(at + nth * 3 + round) % BAD_QUESTIONS.length]}`).join('&'),
      );
      const asked = [...mixed, ...turn(ODD_QUESTIONS, 1, at).map((odd) => odd(questions))];
      const isRead = route.method === 'GET' || route.method === 'DELETE';
      const empty = isRead ? undefined : '{}';
      sent.push(...(await inTurns(addresses, (one) => send(route, one.slice(0, 200), one, empty))));
      sent.push(...(await inTurns(asked, (one) => send(route, `?${one.slice(0, 120)}`, `${address}?${one}`, empty))));
      if (!isRead) {
        const raw = turn(BAD_BODIES, 4, at);
        sent.push(...(await inTurns(raw, ([what, type, body]) => send(route, what, address, body, type))));
        const all = [0, 1, 2].map((round) => ({
          what: `every field otherwise, round ${round}`,
          body: Object.fromEntries(
            fields.map((one, nth) => [one, BAD_VALUES[(at + nth * 5 + round) % BAD_VALUES.length]?.[1]]),
          ),
        }));
        const valid = bodies[name] ?? {};
        const single = Object.keys(valid).flatMap((field, nth) => [
          ...turn(BAD_VALUES, 3, at + nth * 3).map(([what, value]) => ({
            what: `${field} is ${what}`,
            body: { ...valid, [field]: value },
          })),
          { what: `${field} is missing`, body: { ...valid, [field]: undefined } },
        ]);
        sent.push(
          ...(await inTurns([...all, ...single], ({ what, body }) => send(route, what, address, JSON.stringify(body)))),
        );
      }
      expect(sent.flatMap((one) => faultOf(route, one))).toEqual([]);
      // Whatever was taken in is allowed to have written; where all was refused, nothing is new.
      if (sent.every(({ status }) => status >= 400)) expect(await rowsWritten()).toEqual(before);
    });
  },
);
