// What a page sends a second time, since its first answer was lost on the line: an event, a note, an entry of a chain of
// custody are there once, and nobody gets another's by its id.
import { randomUUID } from 'node:crypto';
import { startByApi } from '../../browser/support/a-report';
import { as, type Client, until } from '../../support/running-app';

const WARD = 'bach-dang';
const REPORTED = { task: { receiver: 'Trực lãnh đạo', content: 'Đã báo cáo' } };

let officer: Client;
let colleague: Client;
let caseId: string;

beforeAll(async () => {
  [officer, colleague] = await Promise.all(['can-bo', 'can-bo-2'].map((name) => as(`${name}@${WARD}.example`)));
  ({ caseId } = await startByApi(WARD, 'BD-D21'));
});

const codeOf = ({ status, body }: { status: number; body: { error?: { code: string } } }) => [status, body.error?.code];
const everyTwo = <T>(act: () => Promise<T>) => Promise.all([act(), act()]);

describe('an event of a case', () => {
  const clientId = randomUUID();
  const send = (who: Client, more: object = {}) =>
    who.call('POST', `/procedures/cases/${caseId}/events?wait=10000`, {
      code: 'BAO_CAO_LANH_DAO_PHUONG',
      values: REPORTED,
      clientId,
      ...more,
    });
  const recorded = async () =>
    (await officer.get(`/procedures/cases/${caseId}`)).events.filter(
      ({ code }: { code: string }) => code === 'BAO_CAO_LANH_DAO_PHUONG',
    );

  it('is one act, at the same moment and later', async () => {
    await until(async () => ((await send(officer)).status < 300 ? true : null), 'the event to be taken');
    const answers = [...(await everyTwo(() => send(officer))), await send(officer)];
    expect(new Set(answers.map(({ body }) => body.actionId)).size).toBe(1);
    expect(answers[0].body.state).toBe('CONFIRMED');
    expect(await recorded()).toHaveLength(1);
  });

  it('is another one under another id, and under none', async () => {
    const before = (await recorded()).length;
    expect((await send(officer, { clientId: randomUUID() })).status).toBeLessThan(300);
    expect((await send(officer, { clientId: undefined })).status).toBeLessThan(300);
    expect(await recorded()).toHaveLength(before + 2);
  });

  it('is refused with other words, as somebody else’s and with an id that is none', async () => {
    const before = (await recorded()).length;
    expect(codeOf(await send(officer, { values: { task: { ...REPORTED.task, content: 'Khác' } } }))).toEqual([
      409,
      'DONE_OTHERWISE',
    ]);
    expect(codeOf(await send(colleague))).toEqual([409, 'CLIENT_ID_TAKEN']);
    expect(codeOf(await send(officer, { clientId: 'x' }))).toEqual([422, 'CLIENT_ID_INVALID']);
    expect(await recorded()).toHaveLength(before);
  });
});

test('a note is written once', async () => {
  const clientId = randomUUID();
  const send = (who: Client, text = 'Đã gọi lại cho người báo.') =>
    who.call('POST', `/procedures/cases/${caseId}/notes`, { visibility: 'INTERNAL', text, clientId });
  const [one, other] = await everyTwo(() => send(officer));
  expect([one.status, other.status]).toEqual([201, 201]);
  expect((await officer.get(`/procedures/cases/${caseId}/notes`)).items).toHaveLength(1);
  expect(codeOf(await send(officer, 'Khác'))).toEqual([409, 'DONE_OTHERWISE']);
  expect(codeOf(await send(colleague))).toEqual([409, 'CLIENT_ID_TAKEN']);
});

test('an entry of a chain of custody is made once', async () => {
  const custody = await until(async () => {
    const read = await officer.get(`/procedures/cases/${caseId}/custody`);
    return read.items.length > 0 ? read : null;
  }, 'the evidence of the report to be recorded');
  const [{ table, id: row }] = custody.items;
  const content = { giver: 'A', taker: 'B', takerUnit: 'CAP', place: 'Tủ', quantity: '1', condition: 'Nguyên vẹn' };
  const send = (who: Client, clientId: string, more: object) =>
    who.call('POST', `/procedures/cases/${caseId}/custody`, {
      ...{ table, row, content, clientId, at: '2026-05-01T08:00:00+07:00' },
      ...more,
    });
  const ids = [randomUUID(), randomUUID()];
  for (const [at, kind] of (['TAKEN', 'HANDED_OVER'] as const).entries()) {
    const [one, other] = await everyTwo(() => send(officer, ids[at] as string, { kind }));
    expect([one.status, one.body.id, other.status, other.body.id]).toEqual([201, ids[at], 201, ids[at]]);
  }
  const { items } = await officer.get(`/procedures/cases/${caseId}/custody`);
  expect(items.find((one: { id: string }) => one.id === row).entries).toHaveLength(2);
  const changed = { kind: 'HANDED_OVER', content: { ...content, place: 'Kho' } };
  expect(codeOf(await send(officer, ids[1] as string, changed))).toEqual([409, 'DONE_OTHERWISE']);
  expect(codeOf(await send(colleague, ids[1] as string, { kind: 'HANDED_OVER' }))).toEqual([409, 'CLIENT_ID_TAKEN']);
});
