import { readEvents } from '../../../src/plugins/procedures/admin/src/live/readEvents';
import type { FindAudience } from '../../../src/plugins/procedures/server/src/live/audiences';
import { readChange } from '../../../src/plugins/procedures/server/src/live/live-change';
import { type LiveEvent, LiveHub } from '../../../src/plugins/procedures/server/src/live/live-hub';
import type { Actor } from '../../../src/plugins/procedures/server/src/tenants/actor';

const person = (personId: string, tenantId = 'a', groups: string[] = []) =>
  ({ personId, tenantId, groups }) as unknown as Actor;
const change = (ids: string[], more: object = {}) => ({ tenantId: 'a', topic: 'tasks' as const, ids, ...more });

function aHub(find: FindAudience) {
  const failures: string[] = [];
  const hub = new LiveHub({ tasks: find, notices: find }, (error) => failures.push(error.message));
  const told = (actor: Actor) => {
    const events: LiveEvent[] = [];
    return { events, end: hub.subscribe(actor, (event) => events.push(event)) };
  };
  return { hub, told, failures };
}
/** Everybody may hear of the ids that begin with the first letter of the person's id. */
const byLetter: FindAudience = async (_tenant, ids) => (actor) => ids.filter((id) => id[0] === actor.personId[0]);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());
const gather = () => jest.advanceTimersByTimeAsync(100);

describe('the hub of open pages', () => {
  it('tells each person only of what the policy lets that person know', async () => {
    const { hub, told } = aHub(byLetter);
    const x = told(person('x1'));
    const y = told(person('y1'));
    hub.hear(change(['x-task']));
    await gather();
    expect(x.events).toEqual([{ topic: 'tasks', ids: ['x-task'] }]);
    expect(y.events).toEqual([]);
  });

  it('tells whoever held it until now, and the groups that had it, though the row no longer says so', async () => {
    const { hub, told } = aHub(byLetter);
    const former = told(person('y1'));
    const group = told(person('z1', 'a', ['U/clerk']));
    hub.hear(change(['x-task'], { people: ['y1'], groups: ['U/clerk'] }));
    await gather();
    expect(former.events).toEqual([{ topic: 'tasks', ids: ['x-task'] }]);
    expect(group.events).toEqual([{ topic: 'tasks', ids: ['x-task'] }]);
  });

  it('never tells another tenant, not even by asking the database for it', async () => {
    const find = jest.fn(byLetter);
    const { hub, told } = aHub(find);
    const other = told(person('x1', 'b'));
    hub.hear(change(['x-task'], { people: ['x1'] }));
    await gather();
    expect(other.events).toEqual([]);
    expect(find).not.toHaveBeenCalled();
  });

  it('gathers the changes of a moment into one question and one line', async () => {
    const find = jest.fn(byLetter);
    const { hub, told } = aHub(find);
    const x = told(person('x1'));
    for (const id of ['x-1', 'x-2', 'x-1']) hub.hear(change([id]));
    await gather();
    expect(find).toHaveBeenCalledTimes(1);
    expect(x.events).toEqual([{ topic: 'tasks', ids: ['x-1', 'x-2'] }]);
  });

  it('lets every page read again when the rights could not be asked', async () => {
    const { hub, told, failures } = aHub(async () => {
      throw new Error('no database');
    });
    const x = told(person('x1'));
    hub.hear(change(['x-1']));
    await gather();
    expect(x.events).toEqual([{ resync: true }]);
    expect(failures).toEqual(['no database']);
  });

  it('forgets a page that has gone', async () => {
    const { hub, told } = aHub(byLetter);
    const x = told(person('x1'));
    expect(hub.listeners).toBe(1);
    x.end();
    x.end();
    expect(hub.listeners).toBe(0);
    hub.hear(change(['x-1']));
    await gather();
    expect(x.events).toEqual([]);
  });
});

describe('an announcement', () => {
  it('is read only in the shape that writers give it', () => {
    expect(readChange('{"tenantId":"a","topic":"tasks","ids":["1"]}')).toEqual({
      tenantId: 'a',
      topic: 'tasks',
      ids: ['1'],
      people: [],
      groups: [],
    });
    for (const text of ['', '[]', '{"tenantId":"a","topic":"secrets","ids":[]}', '{"topic":"tasks","ids":["1"]}'])
      expect(readChange(text)).toBeNull();
  });
});

describe('the reading of a stream', () => {
  it('gives whole events and keeps the rest of one that has not come whole yet', () => {
    const first = readEvents('retry: 1000\ndata: {"resync":true}\n\n: \n\ndata: {"topic":"ta');
    expect(first.events).toEqual([{ resync: true }]);
    expect(readEvents(`${first.rest}sks","ids":["1"]}\n\n`)).toEqual({
      events: [{ topic: 'tasks', ids: ['1'] }],
      rest: '',
    });
  });
});
