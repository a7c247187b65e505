// Merging, undoing and splitting over HTTP on the real stack: the engine ends and begins runs, nothing is lost, one of
// two wins, and nobody learns of a case through another.
import { randomUUID } from 'node:crypto';
import { startByApi, takeInByApi } from '../../browser/support/a-report';
import { anybody, as, type Client, until } from '../../support/running-app';
import { DOCUMENT, deputyOfHead } from './deputy-of-head';

const WARD = 'bach-dang';
const REPORT = 'BD-D31';
const REASON = 'Cùng một vụ việc, cùng thời gian và địa điểm';
const person = (name: string, ward = WARD) => as(`${name}@${ward}.example`);
const linksOf = (client: Client, caseId: string) => client.get(`/procedures/cases/${caseId}/links`);
const detailOf = (client: Client, caseId: string) => client.get(`/procedures/cases/${caseId}`);
const merge = (client: Client, caseId: string, otherCaseId: string, reason = REASON) =>
  client.call('POST', `/procedures/cases/${caseId}/merge?wait=10000`, { otherCaseId, reason });
const decideOn = (client: Client, act: 'approve' | 'refuse' | 'undo' | 'end', linkId: string, reason?: string) =>
  client.call('POST', `/procedures/case-links/${linkId}/${act}?wait=10000`, reason ? { reason } : {});
const codeOf = ({ status, body }: { status: number; body: { error?: { code: string } } }) => [status, body.error?.code];
const openTitles = (detail: { tasks: { state: string; elementId: string }[] }) =>
  detail.tasks.filter(({ state }) => state === 'OPEN').map(({ elementId }) => elementId);
const codes = (detail: { events: { code: string }[] }) => detail.events.map(({ code }) => code);

let officer: Client;
let head: Client;
beforeAll(async () => {
  [officer, head] = await Promise.all([person('can-bo'), person('lanh-dao')]);
});

describe('merging a case into another', () => {
  let source: Awaited<ReturnType<typeof takeInByApi>>;
  let target: Awaited<ReturnType<typeof takeInByApi>>;
  let linkId: string;
  beforeAll(async () => {
    [source, target] = await Promise.all([takeInByApi(WARD, REPORT), takeInByApi(WARD, REPORT)]);
  });

  it('waits for the head where the package says so, and neither the asker nor a colleague approves it', async () => {
    expect((await linksOf(officer, source.caseId)).permissions.merge).toMatchObject({ atOnce: false, waits: false });
    const asked = await merge(officer, source.caseId, target.caseId);
    expect([asked.status, asked.body.state]).toEqual([202, 'ASKED']);
    linkId = asked.body.linkId;
    expect((await detailOf(officer, source.caseId)).case.life).toBe('ACTIVE');
    expect(codeOf(await decideOn(officer, 'approve', linkId))).toEqual([403, 'NOT_HEAD_OF_HANDLING_UNIT']);
    expect(codeOf(await decideOn(await person('truc-ban'), 'approve', linkId))).toEqual([
      403,
      'NOT_HEAD_OF_HANDLING_UNIT',
    ]);
    expect((await decideOn(await person('lanh-dao', 'tam-thanh'), 'approve', linkId)).status).toBe(404);
    expect(codeOf(await merge(officer, source.caseId, target.caseId))).toEqual([409, 'MERGE_EXISTS']);
    // What the route refuses is not offered, and whoever looks is told why.
    expect((await linksOf(officer, source.caseId)).permissions.merge).toMatchObject({ waits: true });
    expect((await linksOf(officer, target.caseId)).permissions.merge).toMatchObject({ waits: false });
    const { links } = await linksOf(head, source.caseId);
    expect(links[0]).toMatchObject({ kind: 'MERGED_INTO', state: 'ASKED', permissions: { approve: true } });
  });

  it('ends the process by the engine’s record, supersedes every term and is told in both timelines', async () => {
    const before = await detailOf(officer, source.caseId);
    expect(before.clocks.some((clock: { state: string }) => clock.state === 'RUNNING')).toBe(true);
    const both = await Promise.all([decideOn(head, 'approve', linkId), decideOn(head, 'approve', linkId)]);
    expect(both.map(({ status }) => status).sort()).toEqual([202, 409]);
    expect(both.find(({ status }) => status === 202)?.body.state).toBe('CONFIRMED');

    const merged = await until(async () => {
      const detail = await detailOf(officer, source.caseId);
      return openTitles(detail).length === 0 ? detail : null;
    }, 'the tasks of the merged case to be gone');
    expect(merged.case).toMatchObject({ bookNo: source.bookNo, life: 'COMPLETED', outcome: 'NHAP_VU' });
    expect(codes(merged)).toContain('NHAP_VAO_VU');
    const open = merged.clocks.filter(({ state }: { state: string }) => state === 'RUNNING' || state === 'PAUSED');
    expect(open).toEqual([]);
    const ended = merged.clocks.filter(({ state }: { state: string }) => state === 'SUPERSEDED');
    expect(ended.length).toBeGreaterThan(0);
    expect(ended[0].supersededReason.vi).toBeTruthy();
    expect(codes(await detailOf(officer, target.caseId))).toContain('CO_HO_SO_NHAP');
  });

  it('shows on the target what the merged case holds, with where it comes from', async () => {
    const { merged, links } = await linksOf(officer, target.caseId);
    expect(links[0]).toMatchObject({ kind: 'MERGED_INTO', state: 'IN_FORCE', direction: 'IN' });
    expect(merged).toHaveLength(1);
    expect(merged[0]).toMatchObject({ how: 'MERGED', caseId: source.caseId, bookNo: source.bookNo });
    const own = await detailOf(officer, source.caseId);
    expect(merged[0].persons).toEqual(own.persons);
    // Whoever only sees the summary of the target reads nothing of it.
    expect((await linksOf(await person('chu-tich'), target.caseId)).merged).toEqual([]);
  });

  it('lets the reporter’s old code tell how far the other case has come, without saying which', async () => {
    const lookUp = async (code: string) => (await anybody().call('GET', `/api/procedures/receipts/${code}`)).body;
    const [own, other] = [await lookUp(source.receiptCode), await lookUp(target.receiptCode)];
    expect(own).toEqual(other);
    expect(JSON.stringify(own)).not.toContain(target.bookNo);
  });

  it('makes no ring and no chain into what is merged', async () => {
    expect(codeOf(await merge(head, target.caseId, source.caseId))).toEqual([409, 'TARGET_NOT_ACTIVE']);
    const third = await startByApi(WARD, REPORT);
    expect(codeOf(await merge(head, third.caseId, source.caseId))).toEqual([409, 'TARGET_NOT_ACTIVE']);
  });

  it('is undone by the head alone: the case runs again from its start with its number, code and terms', async () => {
    expect((await decideOn(head, 'undo', linkId, 'ngắn')).status).toBe(422);
    expect(codeOf(await decideOn(officer, 'undo', linkId, REASON))).toEqual([403, 'NOT_HEAD_OF_HANDLING_UNIT']);
    const both = await Promise.all([
      decideOn(head, 'undo', linkId, 'Xác minh lại: hai vụ việc khác nhau'),
      decideOn(head, 'undo', linkId, 'Xác minh lại: hai vụ việc khác nhau'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([202, 409]);
    const again = await until(async () => {
      const detail = await detailOf(officer, source.caseId);
      return openTitles(detail).includes('phan_loai') ? detail : null;
    }, 'the first task to be open again');
    expect(again.case).toMatchObject({
      bookNo: source.bookNo,
      receiptCode: source.receiptCode,
      life: 'ACTIVE',
      outcome: null,
    });
    expect(codes(again)).toEqual(expect.arrayContaining(['NHAP_VAO_VU', 'HUY_NHAP_VU']));
    // The term of the classification runs from the original receipt, not from the undoing.
    const running = again.clocks.filter(({ state }: { state: string }) => state === 'RUNNING');
    const ended = again.clocks.filter(({ state }: { state: string }) => state === 'SUPERSEDED');
    expect(running.map(({ rule }: { rule: string }) => rule).sort()).toEqual(
      ended.map(({ rule }: { rule: string }) => rule).sort(),
    );
    for (const clock of running)
      expect(ended.find((one: { rule: string }) => one.rule === clock.rule)).toMatchObject({
        startAt: clock.startAt,
        dueAt: clock.dueAt,
      });
    expect(codes(await detailOf(officer, target.caseId))).toContain('HO_SO_NHAP_DUOC_TACH');
    expect((await linksOf(officer, target.caseId)).merged).toEqual([]);
  });

  it('is still alive after the scheduler has looked, and can be merged again', async () => {
    const again = await merge(head, source.caseId, target.caseId);
    expect([again.status, again.body.state]).toEqual([202, 'CONFIRMED']);
    const { links } = await linksOf(head, source.caseId);
    expect(links.map(({ state }: { state: string }) => state)).toEqual(['IN_FORCE', 'ENDED']);
  });
});

describe('a merge that is decided in the head’s stead', () => {
  it('says in both timelines for whom, and no longer once the appointment is revoked', async () => {
    const deputy = await person('pho-lanh-dao');
    const { holder, appointment } = await deputyOfHead(head, deputy);
    const [one, two] = await Promise.all([1, 2].map(() => takeInByApi(WARD, REPORT)));
    const asked = await merge(officer, one.caseId, two.caseId);
    expect((await decideOn(deputy, 'approve', asked.body.linkId)).body.state).toBe('CONFIRMED');
    const noteOn = async (caseId: string, code: string) => {
      const { events } = await detailOf(officer, caseId);
      return events.find((event: { code: string }) => event.code === code)?.actingFor;
    };
    for (const [caseId, code] of [
      [one.caseId, 'NHAP_VAO_VU'],
      [two.caseId, 'CO_HO_SO_NHAP'],
    ])
      expect(await noteOn(caseId, code)).toMatchObject({ holder: { id: holder }, documentNo: DOCUMENT });
    await head.post(`/procedures/acting/${appointment}/revoke`, { reason: 'Người đứng đầu đã về' });
    expect(codeOf(await decideOn(deputy, 'undo', asked.body.linkId, REASON))).toEqual([
      403,
      'NOT_HEAD_OF_HANDLING_UNIT',
    ]);
  });
});

describe('two merges at once', () => {
  it('of one case: one wins', async () => {
    const [one, two, three] = await Promise.all([1, 2, 3].map(() => takeInByApi(WARD, REPORT)));
    const answers = await Promise.all([merge(head, one.caseId, two.caseId), merge(head, one.caseId, three.caseId)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
  });

  it('into each other: no ring', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => takeInByApi(WARD, REPORT)));
    const answers = await Promise.all([merge(head, one.caseId, two.caseId), merge(head, two.caseId, one.caseId)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
  });
});

describe('a merge that is refused or taken back', () => {
  it('changes nothing, and may be asked for again', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => takeInByApi(WARD, REPORT)));
    const first = await merge(officer, one.caseId, two.caseId);
    expect((await decideOn(head, 'refuse', first.body.linkId, 'Chưa đủ căn cứ')).status).toBe(200);
    expect(codeOf(await decideOn(head, 'approve', first.body.linkId))).toEqual([409, 'MERGE_DECIDED']);
    const second = await merge(officer, one.caseId, two.caseId);
    expect((await decideOn(officer, 'refuse', second.body.linkId, 'Tôi rút đề nghị này')).status).toBe(200);
    expect(openTitles(await detailOf(officer, one.caseId))).toEqual(['phan_loai']);
  });

  it('needs the content of both cases and a group that the package names', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => startByApi(WARD, REPORT)));
    const elsewhere = await startByApi('tam-thanh', 'TT-D01');
    expect((await merge(officer, one.caseId, elsewhere.caseId)).status).toBe(404);
    expect(codeOf(await merge(await person('truc-ban'), one.caseId, two.caseId))).toEqual([403, 'NOT_A_CANDIDATE']);
    expect((await merge(await person('chu-tich'), one.caseId, two.caseId)).status).toBe(403);
    expect(codeOf(await merge(officer, one.caseId, two.caseId, 'x'))).toEqual([422, 'REASON_NEEDED']);
    expect(codeOf(await merge(officer, one.caseId, one.caseId))).toEqual([422, 'SAME_CASE']);
  });
});

describe('who is told of a merge that waits', () => {
  type Told = { kind: string; link: string | null; readAt: string | null; withdrawn: { why: { vi: string } } | null };
  const asksOf = async (client: Client, caseId: string): Promise<Told[]> =>
    (await client.get('/procedures/notifications?kind=APPROVAL')).items.filter((row: Told) =>
      row.link?.includes(caseId),
    );
  const waits = async (client: Client, linkId: string) =>
    (await client.get('/procedures/case-links/waiting')).items.some(({ id }: { id: string }) => id === linkId);

  it('the head, until it is taken back: then nothing calls the head any more', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => takeInByApi(WARD, REPORT)));
    const { linkId } = (await merge(officer, one.caseId, two.caseId)).body;
    const [notice] = await asksOf(head, one.caseId);
    expect(notice).toMatchObject({ kind: 'APPROVAL', readAt: null, withdrawn: null });
    expect(notice.link).toBe(`/cases/${one.caseId}?tab=links`);
    expect(await asksOf(officer, one.caseId)).toEqual([]);
    const colleagues = await Promise.all(
      [officer, await person('truc-ban'), await person('chu-tich'), await person('lanh-dao', 'tam-thanh')].map(
        (client) => waits(client, linkId),
      ),
    );
    expect([await waits(head, linkId), ...colleagues]).toEqual([true, false, false, false, false]);
    const { items } = await head.get('/procedures/case-links/waiting');
    expect(items.find(({ id }: { id: string }) => id === linkId)).toMatchObject({
      case: { id: one.caseId, bookNo: one.bookNo },
      into: { id: two.caseId, bookNo: two.bookNo },
      reason: REASON,
    });

    const own = (await linksOf(officer, one.caseId)).links[0];
    expect(own.permissions).toMatchObject({ takeBack: true, approve: false });
    const unread = (await head.get('/procedures/notifications/unread')).unread;
    await decideOn(officer, 'refuse', linkId, 'Tôi rút đề nghị này');
    const [withdrawn] = await asksOf(head, one.caseId);
    expect(withdrawn.withdrawn?.why.vi).toBe('người đề nghị đã rút');
    expect((await head.get('/procedures/notifications/unread')).unread).toBe(unread - 1);
    expect(await waits(head, linkId)).toBe(false);
    expect(await asksOf(officer, one.caseId)).toEqual([]);
  });

  it('whoever asked, of the decision either way', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => takeInByApi(WARD, REPORT)));
    const first = (await merge(officer, one.caseId, two.caseId)).body;
    await decideOn(head, 'refuse', first.linkId, 'Chưa đủ căn cứ để nhập');
    expect(await asksOf(officer, one.caseId)).toHaveLength(1);
    const second = (await merge(officer, one.caseId, two.caseId)).body;
    await decideOn(head, 'approve', second.linkId);
    expect(await asksOf(officer, one.caseId)).toHaveLength(2);
    const asked = await asksOf(head, one.caseId);
    expect(asked.map(({ withdrawn }) => withdrawn?.why.vi).sort()).toEqual([
      'đề nghị không được chấp thuận',
      'đề nghị đã được chấp thuận',
    ]);
  });

  it('nobody, where the head asks and it is staged at once', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => takeInByApi(WARD, REPORT)));
    expect((await merge(head, one.caseId, two.caseId)).body.actionId).toBeTruthy();
    expect(await asksOf(head, one.caseId)).toEqual([]);
  });
});

describe('what a case may be merged into', () => {
  const targetsOf = async (client: Client, caseId: string, q = '') =>
    (await client.get(`/procedures/cases/${caseId}/merge?q=${encodeURIComponent(q)}`)).items.map(
      ({ id }: { id: string }) => id,
    );

  it('is a case in progress of the same procedure, and nothing that the merge would refuse', async () => {
    const [own, target, gone] = await Promise.all([1, 2, 3].map(() => takeInByApi(WARD, REPORT)));
    const draft = await head.post('/procedures/cases?wait=10000', {
      packageId: 'tham-tra',
      event: 'TRINH_DU_THAO',
      values: {
        record: { draftingUnit: 'CAP', kind: 'BAO_CAO', title: 'Báo cáo quý', summary: 'Số liệu tổng hợp' },
      },
      clientId: randomUUID(),
    });
    expect((await merge(head, gone.caseId, target.caseId)).body.state).toBe('CONFIRMED');
    const known = (await head.get('/procedures/cases?pageSize=100')).items.map(({ id }: { id: string }) => id);
    expect(known).toEqual(expect.arrayContaining([own, target, gone, draft].map(({ caseId }) => caseId)));

    const targets = await targetsOf(head, own.caseId);
    expect(targets).toContain(target.caseId);
    for (const { caseId } of [own, gone, draft]) expect(targets).not.toContain(caseId);
    expect(await targetsOf(head, own.caseId, target.bookNo)).toEqual([target.caseId]);
    expect(await targetsOf(head, own.caseId, gone.bookNo)).toEqual([]);
    expect(await targetsOf(head, gone.caseId)).toEqual([]);
    for (const caseId of await targetsOf(officer, own.caseId))
      expect((await detailOf(officer, caseId)).case).toMatchObject({ packageId: 'nguon-tin', life: 'ACTIVE' });
  });

  it('is told to nobody who may not ask for the merge', async () => {
    const { caseId } = await startByApi(WARD, REPORT);
    const tried = async (client: Client) => codeOf(await client.call('GET', `/procedures/cases/${caseId}/merge`));
    expect(await tried(await person('truc-ban'))).toEqual([403, 'NOT_A_CANDIDATE']);
    expect((await tried(await person('chu-tich')))[0]).toBe(403);
    expect((await tried(await person('lanh-dao', 'tam-thanh')))[0]).toBe(404);
  });
});

describe('splitting a case', () => {
  const split = (client: Client, caseId: string, body: object) =>
    client.call('POST', `/procedures/cases/${caseId}/split?wait=10000`, body);

  it('begins a new case with the chosen people, once, and takes nothing from the old one', async () => {
    const old = await takeInByApi(WARD, REPORT);
    const duty = await person('truc-ban');
    const before = await detailOf(duty, old.caseId);
    const parts = await duty.get(`/procedures/cases/${old.caseId}/split`);
    expect(parts.people.length).toBe(before.persons.length);
    const body = {
      clientId: randomUUID(),
      reason: 'Nội dung thứ hai là một vụ việc khác',
      event: 'TIEP_NHAN',
      people: parts.people.map(({ id }: { id: string }) => id),
      rows: {},
      attachments: [],
      documents: [],
      record: { summary: 'Nội dung thứ hai được tách ra để giải quyết riêng.' },
    };
    const made = await split(duty, old.caseId, body);
    expect(made.body.error ?? null).toBeNull();
    expect(made.status).toBe(202);
    expect((await split(duty, old.caseId, body)).body.caseId).toBe(made.body.caseId);
    const fresh = await detailOf(duty, made.body.caseId);
    expect(fresh.case.bookNo).not.toBe(old.bookNo);
    expect(fresh.case.receivedAt).toBe(before.case.receivedAt);
    expect(fresh.persons).toHaveLength(before.persons.length);
    const after = await detailOf(duty, old.caseId);
    expect(after.persons).toEqual(before.persons);
    expect(codes(after).filter((code) => code === 'TACH_HO_SO')).toHaveLength(1);
    const { links, merged } = await linksOf(duty, made.body.caseId);
    expect(links[0]).toMatchObject({ kind: 'SPLIT_FROM', direction: 'OUT', other: { bookNo: old.bookNo } });
    expect(merged[0]).toMatchObject({ how: 'SPLIT', caseId: old.caseId });
  });

  it('is refused while nothing is split off: neither a part nor words of its own', async () => {
    const old = await takeInByApi(WARD, REPORT);
    const duty = await person('truc-ban');
    const parts = await duty.get(`/procedures/cases/${old.caseId}/split`);
    const reason = 'Nội dung thứ hai là một vụ việc khác';
    const body = { clientId: randomUUID(), reason, event: 'TIEP_NHAN', people: [], record: {} };
    const same = Object.fromEntries(
      parts.texts.map(({ name, value }: { name: string; value: string }) => [name, `${value} `]),
    );
    expect(Object.keys(same).length).toBeGreaterThan(0);
    for (const nothing of [body, { ...body, people: ['khong-co'] }, { ...body, rows: { x: [] }, record: same }])
      expect(codeOf(await split(duty, old.caseId, nothing))).toEqual([422, 'SPLIT_EMPTY']);
    expect((await linksOf(duty, old.caseId)).links).toEqual([]);
    const words = { ...same, summary: 'Nội dung thứ hai được tách ra để giải quyết riêng.' };
    expect((await split(duty, old.caseId, { ...body, record: words })).status).toBe(202);
  });

  it('leaves a protected person where the identity is sealed', async () => {
    const old = await startByApi(WARD, 'BD-D29');
    const duty = await person('truc-ban');
    const parts = await duty.get(`/procedures/cases/${old.caseId}/split`);
    expect(JSON.stringify(parts.people)).not.toContain('Mười Lăm');
    const answer = await split(duty, old.caseId, {
      clientId: randomUUID(),
      reason: 'Nội dung thứ hai là một vụ việc khác',
      event: 'TIEP_NHAN',
      people: parts.people.map(({ id }: { id: string }) => id),
      record: {},
    });
    expect(codeOf(answer)).toEqual([422, 'PROTECTED_PERSON_STAYS']);
  });
});
