// A ward's own version of a clock rule over HTTP: shorter than the law it may be, longer never, and of two who change one
// rule the second is told.
import { as, type Client } from '../../support/running-app';

let administrator: Client;
beforeAll(async () => {
  administrator = await as('quan-tri@bach-dang.example');
});

const rule = async (id: string) => {
  const { items } = await administrator.get('/procedures/clock-rules');
  return items.find((one: { id: string; packageId: string }) => one.id === id && one.packageId === 'nguon-tin');
};
const change = async (id: string, definition: object, more: object = {}) => {
  const { version } = await rule(id);
  const body = { packageId: 'nguon-tin', version, definition, reason: 'theo quyết định của phường', ...more };
  const answer = await administrator.call('POST', `/procedures/clock-rules/${id}/versions`, body);
  return [answer.status, answer.body.error?.code ?? null] as const;
};
const ADDED = [201, null];
const REFUSED = [422, 'CLOCK_RULE_REFUSED'];

describe('a statutory term', () => {
  it('is shortened and given back what the law allows, not a day more', async () => {
    const { version } = await rule('R11');
    expect(await change('R11', { length: 15 })).toEqual(ADDED);
    expect(await change('R11', { length: 21 })).toEqual(REFUSED);
    expect(await change('R11', { length: 15, unit: 'workingDays' })).toEqual(REFUSED);
    expect(await change('R11', { length: 20, unit: 'months' })).toEqual(REFUSED);
    expect(await change('R11', { length: 20 })).toEqual(ADDED);
    expect((await rule('R11')).version).toBe(version + 2);
  });

  it('is not put off over days of rest, and keeps its legal basis', async () => {
    expect(await change('R04', { rolling: 'NEXT_WORKING_DAY' })).toEqual(REFUSED);
    expect(await change('R04', { legalBasis: ' ' })).toEqual(REFUSED);
  });

  it('that is a parameter goes as far as the law lets the parameter go', async () => {
    expect(await change('R06-BAN_GIAO', { length: 49 })).toEqual(REFUSED);
    expect(await change('R06-BAN_GIAO', { length: 12 })).toEqual(ADDED);
    expect(await change('R06-BAN_GIAO', { length: 48 })).toEqual(ADDED);
  });

  it('that is an expression is confirmed as it stands, and changed in the package only', async () => {
    const { definition } = await rule('R01');
    const confirmation = { state: 'CONFIRMED', by: 'Người xác nhận', at: '2026-11-01T00:00:00.000Z', document: 'CV 1' };
    expect(await change('R01', { length: definition.length, confirmation })).toEqual(ADDED);
    expect((await rule('R01')).definition).toMatchObject({ length: definition.length, confirmation });
    expect(await change('R01', { length: '=9999' })).toEqual(REFUSED);
    expect(await change('R01', { length: definition.length, confirmation: { state: 'UNCONFIRMED' } })).toEqual(ADDED);
  });
});

it('is changed from the version that was read, by who manages rules', async () => {
  const { version } = await rule('R11');
  expect(await change('R11', { length: 20 }, { version: version - 1 })).toEqual([409, 'CLOCK_RULE_CHANGED_MEANWHILE']);
  expect(await change('R11', { length: 20 }, { reason: ' ' })).toEqual(REFUSED);
  const officer = await as('can-bo@bach-dang.example');
  const body = { packageId: 'nguon-tin', version, definition: { length: 10 }, reason: 'x' };
  expect((await officer.call('POST', '/procedures/clock-rules/R11/versions', body)).status).toBe(403);
  expect((await rule('R11')).version).toBe(version);
});
