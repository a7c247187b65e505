// Schedules over HTTP on the running application: who reads, who changes, who records what was sent.
import { as, type Client, until } from '../../support/running-app';

let administrator: Client;
let officer: Client;

beforeAll(async () => {
  administrator = await as('quan-tri@bach-dang.example');
  officer = await as('can-bo@bach-dang.example');
});

const listed = async (client: Client) => (await client.get('/procedures/schedules')).items;
const byCode = async (client: Client, code: string) =>
  (await listed(client)).find((row: { code: string }) => row.code === code);
const codes = async (client: Client) => (await listed(client)).map((row: { code: string }) => row.code);

const REPORTS = ['R29-6-THANG', 'R29-NAM', 'R29-QUY', 'R29-THANG'];

describe('who reads schedules', () => {
  it('is the unit that answers, the leaders above, the receivers, who manages and who audits', async () => {
    for (const name of ['can-bo', 'chu-tich', 'quan-tri', 'kiem-tra', 'can-bo-ubnd'])
      expect(await codes(await as(`${name}@bach-dang.example`))).toEqual(REPORTS);
    expect(await codes(await as('van-hoa@bach-dang.example'))).toEqual([]);
    expect(await codes(await as('can-bo@tam-thanh.example'))).toEqual(['R28']);
  });

  it('never is another tenant', async () => {
    const { id } = await byCode(administrator, 'R29-THANG');
    const stranger = await as('quan-tri@tam-thanh.example');
    for (const [method, path] of [
      ['GET', ''],
      ['POST', '/versions'],
    ] as const)
      expect(
        (await stranger.call(method, `/procedures/schedules/${id}${path}`, method === 'POST' ? {} : undefined)).status,
      ).toBe(404);
  });
});

describe('a schedule without a date in its plan', () => {
  it('is not switched on before it has a due, and says what to do', async () => {
    const { id, version } = await byCode(administrator, 'R29-QUY');
    const body = { version, definition: { active: true }, reason: 'bật theo kế hoạch' };
    const answer = await administrator.call('POST', `/procedures/schedules/${id}/versions`, body);
    expect([answer.status, answer.body.error.code]).toEqual([422, 'SCHEDULE_HAS_NO_DUE']);
    expect(answer.body.error.vi).toContain('Hãy nhập hạn gửi');
    expect(answer.body.error.en).toContain('Enter the due');
    expect((await byCode(administrator, 'R29-QUY')).version).toBe(version);
  });

  it('is changed by who manages schedules only, with a reason, from the version that was read', async () => {
    const { id, version } = await byCode(administrator, 'R29-NAM');
    const post = (client: Client, body: object) => client.call('POST', `/procedures/schedules/${id}/versions`, body);
    const body = { version, definition: { legalBasis: 'KH mục II.1' }, reason: 'sửa căn cứ' };
    expect((await post(officer, body)).status).toBe(403);
    expect((await post(administrator, { ...body, reason: ' ' })).body.error.code).toBe('SCHEDULE_REFUSED');
    const broken = { ...body, definition: { period: { kind: 'WEEK' }, owner: 'X', recipients: 'none' } };
    const refused = await post(administrator, broken);
    expect([refused.status, refused.body.error.code]).toEqual([422, 'SCHEDULE_REFUSED']);
    expect((await post(administrator, body)).status).toBe(201);
    expect((await post(administrator, body)).status).toBe(409);
    const row = await byCode(administrator, 'R29-NAM');
    expect(row.history.map((one: { version: number; reason: string }) => [one.version, one.reason])).toEqual([
      [version + 1, 'sửa căn cứ'],
      [version, expect.stringContaining('mục II.1')],
    ]);
  });
});

describe('a schedule that is switched on', () => {
  it('opens the period that is over and not yet due, and is met when every recipient has it', async () => {
    const { id, version } = await byCode(administrator, 'R29-THANG');
    // Sixty days after the end of a month: the last month is over and its report not yet due.
    const due = { kind: 'CALENDAR_DAYS', days: 60 };
    await administrator.post(`/procedures/schedules/${id}/versions`, {
      version,
      definition: { due, active: true },
      reason: 'theo công văn thử',
    });
    const occurrence = await until(
      async () => (await byCode(officer, 'R29-THANG')).occurrences[0] ?? null,
      'the occurrence of the last month to open',
    );
    expect(occurrence.clock).toMatchObject({ rule: 'R29-THANG', state: 'RUNNING', owner: 'CAP' });
    const sendings = `/procedures/schedules/${id}/occurrences/${occurrence.id}/sendings`;
    const send = (client: Client, body: object) => client.call('POST', sendings, body);

    const full = { recipient: 0, documentNo: '45/BC-CAP' };
    for (const name of ['chu-tich', 'quan-tri', 'kiem-tra', 'van-hoa'])
      expect((await send(await as(`${name}@bach-dang.example`), full)).status).toBe(403);
    expect((await send(await as('can-bo@tam-thanh.example'), full)).status).toBe(404);
    expect((await send(officer, { recipient: 0 })).body.error.code).toBe('SENDING_NEEDS_NUMBER');
    expect((await send(officer, { ...full, recipient: 7 })).body.error.code).toBe('RECIPIENT_UNKNOWN');
    const ahead = new Date(Date.now() + 3_600_000).toISOString();
    expect((await send(officer, { ...full, at: ahead })).body.error.code).toBe('TIME_AHEAD');

    expect((await send(officer, full)).status).toBe(201);
    expect((await send(officer, full)).status).toBe(409);
    const half = (await byCode(officer, 'R29-THANG')).occurrences.find(
      (one: { id: string }) => one.id === occurrence.id,
    );
    expect(half.clock.state).toBe('RUNNING');
    expect(half.recipients.map((one: { documentNo: string | null }) => one.documentNo)).toEqual(['45/BC-CAP', null]);
    expect((await send(officer, { ...full, recipient: 1 })).status).toBe(201);
    const done = (await officer.get(`/procedures/schedules/${id}`)).occurrences.find(
      (one: { id: string }) => one.id === occurrence.id,
    );
    expect(done.clock.state).toBe('MET');
  });
});
