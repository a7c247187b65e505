// A tenant's own values of parameters over HTTP: within the limits of package and law, from now or from a day to come.
import { as, type Client } from '../../support/running-app';

let administrator: Client;
beforeAll(async () => {
  administrator = await as('quan-tri@bach-dang.example');
});

const of = async (name: string, client = administrator) => {
  const { items } = await client.get('/procedures/parameters');
  return items.find((one: { name: string; packageId: string }) => one.name === name && one.packageId === 'nguon-tin');
};
const set = async (name: string, value: unknown, more: object = {}, client = administrator) => {
  const seen = (await of(name)).values.length;
  const body = { value, from: null, reason: 'theo quy chế của phường', seen, ...more };
  const answer = await client.call('POST', `/procedures/parameters/nguon-tin/${name}`, body);
  return [answer.status, answer.body.error?.code ?? null] as const;
};
const SET = [201, null];
const REFUSED = [422, 'PARAMETER_REFUSED'];

it('holds from now on for this tenant alone, and says who set it and why', async () => {
  const before = await of('R03_MINUTES');
  const stranger = await as('quan-tri@tam-thanh.example');
  const theirs = await of('R03_MINUTES', stranger);
  expect(await set('R03_MINUTES', 20)).toEqual(SET);
  const after = await of('R03_MINUTES');
  expect(after).toMatchObject({ value: 20, isDefault: false });
  expect(after.values).toHaveLength(before.values.length + 1);
  expect(after.values.at(-1)).toMatchObject({ value: 20, reason: 'theo quy chế của phường' });
  expect(after.values.at(-1).by).toBeTruthy();
  expect(await of('R03_MINUTES', stranger)).toEqual(theirs);
  expect(await set('R03_MINUTES', before.value)).toEqual(SET);
});

it('stays within what the law and the package allow, and of its kind', async () => {
  expect((await of('R03_MINUTES')).law).toContain('Điều 8.5.a');
  const body = { value: 121, from: null, reason: 'x', seen: (await of('R03_MINUTES')).values.length };
  const answer = await administrator.call('POST', '/procedures/parameters/nguon-tin/R03_MINUTES', body);
  expect(answer.status).toBe(422);
  expect(answer.body.error.detail.problems[0]).toMatchObject({ path: 'value' });
  expect(answer.body.error.vi).toContain('Điều 8.5.a');
  for (const [name, value] of [
    ['R03_MINUTES', 0],
    ['R03_MINUTES', 1.5],
    ['R03_MINUTES', '20'],
    ['R03_MINUTES', null],
    ['R30_ENABLED', 'true'],
    ['R24_PERIOD', 'TUAN'],
    ['ESCALATION_NOTIFY', 'x'],
  ] as const)
    expect([name, value, ...(await set(name, value))]).toEqual([name, value, ...REFUSED]);
});

it('is set for a day to come, and holds when it comes', async () => {
  const before = await of('R30_HOURS');
  const from = new Date(Date.now() + 86_400_000).toISOString();
  expect(await set('R30_HOURS', 6, { from })).toEqual(SET);
  expect(await of('R30_HOURS')).toMatchObject({ value: before.value });
  expect((await of('R30_HOURS')).values.at(-1)).toMatchObject({ value: 6, from });
  // Corrected before it comes.
  expect(await set('R30_HOURS', 8, { from })).toEqual(SET);
  expect((await of('R30_HOURS')).values.filter((one: { from: string }) => one.from === from)).toEqual([
    expect.objectContaining({ value: 8, fits: true }),
  ]);
  for (const wrong of ['2020-01-01T00:00:00Z', 'mai', '2126-01-01T00:00:00Z'])
    expect(await set('R30_HOURS', 8, { from: wrong })).toEqual(REFUSED);
});

it('is set from what was read, with a reason, by who manages', async () => {
  const before = await of('R30_HOURS');
  expect(await set('R30_HOURS', 5, { seen: 0 })).toEqual([409, 'PARAMETER_CHANGED_MEANWHILE']);
  expect(await set('R30_HOURS', 5, { reason: ' ' })).toEqual([400, 'REASON_NEEDED']);
  expect(await set('R30_HOURS', 5, {}, await as('can-bo@bach-dang.example'))).toEqual([403, expect.any(String)]);
  const unknown = await administrator.call('POST', '/procedures/parameters/nguon-tin/KHONG_CO', {
    value: 1,
    from: null,
    reason: 'x',
    seen: 0,
  });
  expect([unknown.status, unknown.body.error.code]).toEqual([404, 'PARAMETER_UNKNOWN']);
  expect(await of('R30_HOURS')).toEqual(before);
});
