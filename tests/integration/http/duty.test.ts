// Alarms, roster and hand-over over HTTP on the real stack: from an urgent report to the signature of whoever takes over.
import pg from 'pg';
import { contentHash } from '../../../src/plugins/procedures/server/src/duty/hand-over-list';
import { follow } from '../../support/live-stream';
import { as, type Client, runningApp, until } from '../../support/running-app';
import { heardBy, type OnDesk, onDesk, takeInUrgent } from '../../support/urgent-report';

const T = 'tam-thanh';
const person = (name: string, tenant = T) => as(`${name}@${tenant}.example`);
const passwordOf = (name: string, tenant = T) => runningApp().passwords[`${name}@${tenant}.example`];
let desk: OnDesk;
/** On duty and of the group that is rung; on duty but not of the group; not on duty. */
let rung: string;
let beside: string;
let off: string;

beforeAll(async () => {
  desk = await onDesk(T);
  const group = ['truc-ban', 'can-bo-2'];
  rung = desk.now.find((name) => group.includes(name)) as string;
  beside = desk.now.find((name) => !group.includes(name)) as string;
  off = group.find((name) => name !== rung) as string;
});

describe('an urgent report', () => {
  it('rings at the open page of whoever is on duty at once, and still does in one opened later', async () => {
    const officer = await person(rung);
    const stream = follow((officer as unknown as { token: string }).token);
    const stranger = follow(((await person(rung, 'bach-dang')) as unknown as { token: string }).token);
    await Promise.all([stream.opened, stranger.opened]);
    const { caseId, bookNo } = await takeInUrgent(T);
    const alarm = await until(() => heardBy(officer, caseId), 'the alarm to ring');
    await stream.names('alarms', alarm.id);
    expect(JSON.stringify(stranger.events)).not.toContain(alarm.id);
    stream.close();
    stranger.close();
    expect(alarm).toMatchObject({ bookNo, state: 'RINGING', nextTo: 'SHIFT_DEPUTY', mayAcknowledge: true });
    expect(alarm.contacts.map((one: { phone: string }) => one.phone)).toContain('0900 000 101');
    expect(await heardBy(await person(off), caseId)).toBeNull();
    expect(await heardBy(await person(beside), caseId)).toBeNull();
    const { items } = await officer.get('/procedures/notifications?kind=ALARM');
    expect(items[0]).toMatchObject({ kind: 'ALARM', urgent: true, case: { id: caseId } });
  });

  it('says nothing of the people of the case, protected or not', async () => {
    const { caseId } = await takeInUrgent(T, { identityProtection: true, summary: 'Có tên người trong nội dung' });
    const officer = await person(rung);
    const heard = await until(() => heardBy(officer, caseId), 'the alarm to ring');
    expect(JSON.stringify(heard)).not.toContain('Có tên người');
    expect(heard.details.map((one: { label: { vi: string } }) => one.label.vi)).toEqual([
      'Việc',
      'Dấu hiệu',
      'Nơi xảy ra',
    ]);
  });

  it('is taken on by one of two, and the other reads who it was', async () => {
    const { caseId } = await takeInUrgent(T);
    const hears = await person(rung);
    const alarm = await until(() => heardBy(hears, caseId), 'the alarm to ring');
    const answers = await Promise.all(
      [rung, 'lanh-dao'].map(async (name) =>
        (await person(name)).call('POST', `/procedures/alarms/${alarm.id}/acknowledge`, {}),
      ),
    );
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409]);
    const won = answers.find((one) => one.status === 200)?.body;
    const lost = answers.find((one) => one.status === 409)?.body.error;
    expect(lost).toMatchObject({ code: 'ALARM_ACKNOWLEDGED', detail: { takenBy: won.acknowledged.by } });
    expect(lost.vi).toContain(won.acknowledged.by);
    expect(await heardBy(await person(rung), caseId)).toBeNull();
    const board = await (await person(rung)).get('/procedures/duty/board');
    expect(board.alarms.find((one: { id: string }) => one.id === alarm.id)).toMatchObject({ state: 'ACKNOWLEDGED' });
    const close = (body: object) =>
      person(beside).then((c) => c.call('POST', `/procedures/alarms/${alarm.id}/close`, body));
    expect((await close({})).body.error.code).toBe('REASON_NEEDED');
    expect((await close({ reason: 'Đã cử tổ công tác' })).body).toMatchObject({
      state: 'CLOSED',
      closed: { cause: 'PERSON', note: 'Đã cử tổ công tác' },
    });
  });

  it('is not found by another ward, and refused to a unit that it does not concern', async () => {
    const { caseId } = await takeInUrgent(T);
    const hears = await person(rung);
    const { id } = await until(() => heardBy(hears, caseId), 'the alarm to ring');
    for (const act of ['acknowledge', 'close']) {
      const path = `/procedures/alarms/${id}/${act}`;
      expect((await (await person(rung, 'bach-dang')).call('POST', path, {})).status).toBe(404);
      expect((await (await person('van-hoa')).call('POST', path, {})).status).toBe(403);
      expect((await (await person(beside)).call('POST', path, {})).status).toBe(act === 'close' ? 409 : 403);
      expect((await (await person('quan-tri')).call('POST', path, {})).status).toBe(403);
    }
    expect((await (await person(rung)).call('POST', '/procedures/alarms/none/acknowledge', {})).status).toBe(404);
  });

  it('about the desk itself rings only where the case is handled, and that desk never learns of it', async () => {
    const { caseId } = await takeInUrgent(T, { aboutWardPolice: true, receivedByUnit: 'UBND' }, 'TT-D33');
    const officer = await person('can-bo-ubnd');
    const alarm = await until(() => heardBy(officer, caseId), 'the alarm to ring at the other desk');
    expect(alarm.unit).toBe('UBND');
    expect(alarm.contacts.map((one: { title: string }) => one.title).join()).not.toContain('Chỉ huy Công an phường');
    for (const name of [rung, 'lanh-dao', 'truc-ban']) {
      const client = await person(name);
      expect(await heardBy(client, caseId)).toBeNull();
      expect((await client.call('POST', `/procedures/alarms/${alarm.id}/acknowledge`, {})).status).toBe(404);
      expect(JSON.stringify(await client.get('/procedures/duty/board'))).not.toContain(caseId);
      expect(JSON.stringify(await client.get('/procedures/duty/hand-over'))).not.toContain(caseId);
    }
  });
});

describe('the board', () => {
  it('shows figures that the list behind each agrees with', async () => {
    const officer = await person(rung);
    const board = await officer.get('/procedures/duty/board?unit=CAP');
    const total = async (query: string) => (await officer.get(`/procedures/cases?pageSize=1&${query}`)).total;
    expect(board.came.count).toBeGreaterThan(0);
    expect(await total(`unit=CAP&life=open&receivedFrom=${board.since}`)).toBe(board.came.count);
    for (const one of board.waiting) expect(await total(`unit=CAP&life=open&state=${one.state}`)).toBe(one.count);
    const clocks = { overdue: board.overdue, red: board.turnsRed, amber: board.turnsAmber };
    for (const [name, figure] of Object.entries(clocks))
      expect(await total(`owner=CAP&clock=${name}&until=${board.until}`)).toBe(figure.count);
    expect(board.waiting.map((one: { state: string }) => one.state)).toEqual(['TIEP_NHAN', 'CHO_PHAN_LOAI']);
    expect(board.shift.people.length).toBeGreaterThan(0);
    expect(await total('receivedFrom=nonsense&clock=nonsense&until=x')).toBeGreaterThan(0);
  });

  it('is for the unit and for leaders above it; an unknown unit is not found', async () => {
    const statusOf = async (name: string, unit: string, tenant = T) =>
      (await (await person(name, tenant)).call('GET', `/procedures/duty/board?unit=${unit}`)).status;
    expect(await statusOf('chu-tich', 'CAP')).toBe(200);
    expect(await statusOf('van-hoa', 'CAP')).toBe(403);
    expect(await statusOf(rung, 'NOWHERE')).toBe(404);
    expect(await statusOf('quan-tri', 'CAP')).toBe(403);
    expect(await statusOf('kiem-tra', 'CAP')).toBe(403);
  });
});

describe('the roster', () => {
  const day = (n: number) => new Date(Date.UTC(2031, 0, n)).toISOString();
  const shift = (client: Client, change: object = {}) =>
    client.call('POST', '/procedures/duty/shifts', {
      unit: 'VP',
      startsAt: day(1),
      endsAt: day(2),
      days: 1,
      deputy: null,
      ...change,
    });

  it('is formed by the head or the groups that are named, with gaps shown, and never twice in one hour', async () => {
    const head = await person('lanh-dao-van-phong');
    const empty = await head.get(`/procedures/duty/roster?unit=VP&from=${day(1)}`);
    expect(empty).toMatchObject({ shifts: [], gaps: [], unit: { mayPlan: true } });
    const [keeper] = empty.candidates.filter((one: { desk: boolean }) => one.desk);
    expect(keeper.name).toContain('Mẫu Bảy');
    const made = await shift(head, { people: [keeper.id], days: 2 });
    expect(made.status).toBe(201);
    expect(made.body.ids).toHaveLength(2);
    const roster = await head.get(`/procedures/duty/roster?unit=VP&from=${day(1)}`);
    expect(roster.shifts).toHaveLength(2);
    expect(roster.gaps).toEqual([{ from: day(3), to: day(15) }]);
    expect((await shift(head, { people: [keeper.id] })).body.error.code).toBe('SHIFTS_MEET');
    expect(
      (await shift(head, { people: [keeper.id], startsAt: day(4), endsAt: day(5).replace('T00', 'T06'), days: 2 })).body
        .error.code,
    ).toBe('SHIFTS_MEET');
    const cancel = (id: string, body: object) => head.call('POST', `/procedures/duty/shifts/${id}/cancel`, body);
    expect((await cancel(made.body.ids[0], {})).body.error.code).toBe('REASON_NEEDED');
    expect((await cancel(made.body.ids[0], { reason: 'Đổi lịch' })).status).toBe(200);
    expect((await cancel(made.body.ids[0], { reason: 'Đổi lịch' })).body.error.code).toBe('SHIFT_OVER');
    const after = await head.get(`/procedures/duty/roster?unit=VP&from=${day(1)}`);
    expect(after.gaps[0]).toEqual({ from: day(1), to: day(2) });
    expect(
      (
        await (
          await person('lanh-dao', 'bach-dang')
        ).call('POST', `/procedures/duty/shifts/${made.body.ids[1]}/cancel`, { reason: 'x' })
      ).status,
    ).toBe(404);
  });

  it('refuses what is no shift, people of other units, and whoever may not form it', async () => {
    const head = await person('lanh-dao-van-phong');
    const { person: me } = await head.get('/procedures/me');
    const { person: other } = await (await person('lanh-dao')).get('/procedures/me');
    const pathsOf = async (change: object) =>
      (await shift(head, change)).body.error.detail.problems.map((one: { path: string }) => one.path);
    expect(await pathsOf({ people: [] })).toEqual(['people']);
    expect(await pathsOf({ people: ['nobody'] })).toEqual(['people']);
    expect(await pathsOf({ people: [me.id], endsAt: day(1) })).toEqual(['endsAt']);
    expect(await pathsOf({ people: [me.id], startsAt: 'soon' })).toContain('startsAt');
    expect(await pathsOf({ people: [me.id], days: 63 })).toEqual(['days']);
    expect(await pathsOf({ people: [other.id] })).toEqual(['people']);
    expect((await shift(await person('van-phong'), { people: [me.id] })).status).toBe(403);
    expect((await shift(await person('van-hoa'), { people: [me.id] })).status).toBe(403);
    expect((await shift(head, { unit: 'CAP', people: [me.id] })).status).toBe(403);
    expect((await shift(head, { unit: 'NOWHERE', people: [me.id] })).status).toBe(404);
    expect((await shift(await person('pho-lanh-dao'), { unit: 'CAP', people: [me.id] })).body.error.code).toBe(
      'DUTY_OTHER_UNIT',
    );
  });
});

describe('the hand-over', () => {
  const draftOf = async (name: string) => (await person(name)).get('/procedures/duty/hand-over?unit=CAP');
  const giveOnce = async (name: string, change: object) => {
    const draft = await draftOf(name);
    const taker = draft.takers.find((one: { next: boolean }) => one.next);
    return (await person(name)).call('POST', '/procedures/duty/hand-overs', {
      unit: 'CAP',
      seen: draft.lines.map((one: { key: string }) => one.key),
      remarks: draft.lines.length > 0 ? { [draft.lines[0].key]: 'gọi lại lúc 21 giờ' } : {},
      items: [{ title: 'Chìa khóa kho', note: '2 chiếc' }],
      note: 'Xe số 1 đang sửa',
      taker: taker?.id,
      password: passwordOf(name),
      ...change,
    });
  };
  // A report that has just come in goes on changing the list for a moment: then the giver reads it again.
  const give = async (name: string, change: object = {}) => {
    for (let times = 0; ; times += 1) {
      const answer = await giveOnce(name, change);
      const isOvertaken = answer.body.error?.code === 'HAND_OVER_LIST_CHANGED' && !('seen' in change);
      if (!isOvertaken || times === 5) return answer;
    }
  };
  let giver: string;
  let taker: string;
  let id: string;
  let given: { contentHash: string; content: { lines: { key: string; remark: string }[] } };
  const take = async (name: string, change: object = {}) =>
    (await person(name)).call('POST', `/procedures/duty/hand-overs/${id}/take`, {
      contentHash: given.contentHash,
      remark: 'Đã nhận đủ',
      password: passwordOf(name),
      ...change,
    });

  beforeAll(async () => {
    giver = rung;
    await takeInUrgent(T);
    const { person: first } = await (await person(desk.next[0])).get('/procedures/me');
    const draft = await draftOf(giver);
    taker = draft.takers.find((one: { next: boolean }) => one.next).id === first.id ? desk.next[0] : desk.next[1];
  });

  it('needs the giver of the shift, a taker, the list as it was read, and the password', async () => {
    expect((await give(giver, { password: 'wrong' })).body.error.code).toBe('PASSWORD_WRONG');
    expect((await give(giver, { password: undefined })).body.error.code).toBe('PASSWORD_WRONG');
    expect((await give(giver, { taker: undefined })).body.error.code).toBe('TAKER_UNKNOWN');
    expect((await give(giver, { seen: [] })).body.error.code).toBe('HAND_OVER_LIST_CHANGED');
    expect((await give(giver, { note: 7 })).body.error.code).toBe('HAND_OVER_REFUSED');
    expect((await give(off)).body.error.code).toBe('NOT_ON_SHIFT');
    expect((await (await person('van-hoa')).call('POST', '/procedures/duty/hand-overs', { unit: 'CAP' })).status).toBe(
      403,
    );
    expect((await draftOf(giver)).waiting).toBeNull();
  });

  it('is frozen when it is given, and waits for the one it is meant for', async () => {
    const made = await give(giver);
    expect(made.status).toBe(201);
    id = made.body.id;
    given = await (await person(taker)).get(`/procedures/duty/hand-overs/${id}`);
    expect(given).toMatchObject({ state: 'GIVEN', intact: true, mayTake: true, mayRefuse: true, mayWithdraw: false });
    expect(given.content.lines[0].remark).toBe('gọi lại lúc 21 giờ');
    expect(given.content).toMatchObject({
      items: [{ title: 'Chìa khóa kho', note: '2 chiếc' }],
      note: 'Xe số 1 đang sửa',
    });
    expect((await give(giver)).body.error.code).toBe('HAND_OVER_WAITS');
    await takeInUrgent(T);
    const again = await (await person(giver)).get(`/procedures/duty/hand-overs/${id}`);
    expect(again.content).toEqual(given.content);
    expect(again).toMatchObject({ mayTake: false, mayWithdraw: true });
  });

  it('is refused to everybody else, and not found by another ward', async () => {
    expect((await take(beside)).body.error.code).toBe('HAND_OVER_FOR_ANOTHER');
    expect((await take(taker, { contentHash: 'other' })).body.error.code).toBe('HAND_OVER_OTHER_LIST');
    expect((await take(taker, { password: passwordOf(giver) })).body.error.code).toBe('PASSWORD_WRONG');
    const path = `/procedures/duty/hand-overs/${id}`;
    for (const [method, end] of [
      ['GET', ''],
      ['GET', '/pdf'],
      ['POST', '/take'],
      ['POST', '/refuse'],
      ['POST', '/withdraw'],
    ]) {
      expect(
        (await (await person(taker, 'bach-dang')).call(method, `${path}${end}`, method === 'POST' ? {} : undefined))
          .status,
      ).toBe(404);
      expect(
        (await (await person('chu-tich')).call(method, `${path}${end}`, method === 'POST' ? {} : undefined)).status,
      ).toBe(403);
    }
  });

  it('is taken with a signature of the taker, once, and cannot be changed in the database either', async () => {
    const answers = await Promise.all([take(taker), take(taker)]);
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409]);
    const view = await (await person(giver)).get(`/procedures/duty/hand-overs/${id}`);
    expect(view).toMatchObject({ state: 'TAKEN', intact: true, takeRemark: 'Đã nhận đủ' });
    expect(view.signatureHash).toMatch(/^[0-9a-f]{64}$/);
    const { lastHandOver, waitingHandOver } = await (await person(giver)).get('/procedures/duty/board');
    expect(lastHandOver.id).toBe(id);
    expect(waitingHandOver).toBeNull();
    const client = new pg.Client({ connectionString: runningApp().databaseUrl });
    await client.connect();
    try {
      for (const change of [
        "update procedures.duty_hand_overs set content = '{}' where id = $1",
        "update procedures.duty_hand_overs set take_remark = 'x' where id = $1",
        'delete from procedures.duty_hand_overs where id = $1',
      ])
        await expect(client.query(change, [id])).rejects.toThrow('Expected a signed hand-over to stay as it is');
      const { rows } = await client.query(
        "select action from procedures.audit_entries where subject_id = $1 and subject_type = 'handOver' and action like 'duty.%' order by seq",
        [id],
      );
      expect(rows.map((row) => row.action)).toEqual(['duty.give', 'duty.take']);
    } finally {
      await client.end();
    }
  });

  it('is printed with its hashes', async () => {
    const { status, bytes, headers } = await (await person(giver)).download(`/procedures/duty/hand-overs/${id}/pdf`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('pdf');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('may be taken back by its giver, or refused by its taker, with a reason; the book keeps all', async () => {
    const head = await draftOf('lanh-dao');
    expect(head.mayGive).toBe(true);
    const first = await give('lanh-dao');
    const path = `/procedures/duty/hand-overs/${first.body.id}`;
    const giverOf = await person('lanh-dao');
    expect((await giverOf.call('POST', `${path}/refuse`, { reason: 'x' })).body.error.code).toBe(
      'HAND_OVER_FOR_ANOTHER',
    );
    expect((await giverOf.call('POST', `${path}/withdraw`, {})).body.error.code).toBe('REASON_NEEDED');
    expect((await giverOf.call('POST', `${path}/withdraw`, { reason: 'Ghi thiếu' })).status).toBe(200);
    const { items } = await giverOf.get('/procedures/duty/hand-overs?unit=CAP');
    expect(items.slice(0, 2).map((one: { state: string }) => one.state)).toEqual(['WITHDRAWN', 'TAKEN']);
  });

  it('leaves nothing out, however much is open, and its hash holds every line', async () => {
    const { caseId } = await takeInUrgent(T);
    const client = new pg.Client({ connectionString: runningApp().databaseUrl });
    await client.connect();
    const copies = 'procedures.clocks where rule_id = $1';
    try {
      const columns = (
        await client.query(
          "select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns where table_schema = 'procedures' and table_name = 'clocks' and column_name not in ('id', 'rule_id', 'amber_at', 'due_at', 'owner')",
        )
      ).rows[0].names;
      await client.query(
        // Due within the shift, and not while this test runs: a term that is reached is told and acted on.
        `insert into procedures.clocks (id, rule_id, amber_at, due_at, owner, ${columns})
         select gen_random_uuid(), $1, now() + interval '30 minutes', now() + interval '1 hour', 'CAP', ${columns} from
           (select * from procedures.clocks where case_id = $2 and state = 'RUNNING' limit 1) one, generate_series(1, 320)`,
        ['many-terms', caseId],
      );
      expect((await client.query(`select count(*)::int as n from ${copies}`, ['many-terms'])).rows[0].n).toBe(320);
      const made = await give('lanh-dao');
      const path = `/procedures/duty/hand-overs/${made.body.id}`;
      const reader = await person('lanh-dao');
      const view = await reader.get(path);
      const terms = view.content.lines.filter((one: { section: string }) => one.section === 'CLOCKS');
      expect(terms.length).toBeGreaterThanOrEqual(320);
      expect(view.contentHash).toBe(contentHash(view.content));
      expect(contentHash({ ...view.content, lines: view.content.lines.slice(0, -1) })).not.toBe(view.contentHash);
      const book = await reader.get('/procedures/duty/hand-overs?unit=CAP');
      expect(book.items[0]).toMatchObject({ id: made.body.id, lines: view.content.lines.length });
      expect(book).toMatchObject({ page: 1, pageSize: 30 });
      expect((await reader.get('/procedures/duty/hand-overs?unit=CAP&page=1000')).items).toEqual([]);
      expect((await reader.call('POST', `${path}/withdraw`, { reason: 'Chỉ để thử' })).status).toBe(200);
    } finally {
      await client.query(`delete from ${copies}`, ['many-terms']);
      await client.end();
    }
  });

  it('of a shift whose people are gone is taken over without them, with why, and they are told', async () => {
    const ward = 'bach-dang';
    const there = await onDesk(ward);
    const client = await person(there.next[0], ward);
    const draft = await client.get('/procedures/duty/hand-over?unit=CAP');
    expect(draft).toMatchObject({ mayGive: false, mayTakeAlone: true });
    const body = {
      unit: 'CAP',
      seen: draft.lines.map((one: { key: string }) => one.key),
      password: passwordOf(there.next[0], ward),
    };
    const send = (change: object) => client.call('POST', '/procedures/duty/hand-overs', { ...body, ...change });
    expect((await send({ withoutGiver: ' ' })).body.error.code).toBe('REASON_NEEDED');
    expect((await send({})).body.error.code).toBe('TAKER_UNKNOWN');
    const taken = await send({ withoutGiver: 'Người ca trước ốm đột xuất' });
    expect(taken.status).toBe(201);
    const view = await client.get(`/procedures/duty/hand-overs/${taken.body.id}`);
    expect(view).toMatchObject({
      state: 'TAKEN',
      intact: true,
      content: { giver: null, withoutGiver: 'Người ca trước ốm đột xuất' },
    });
    const told = await (await person(there.now[0], ward)).get('/procedures/notifications?kind=ASSIGNED');
    expect(told.items.map((one: { why: { vi: string } }) => one.why.vi)).toContain(
      'Ca trực của bạn đã được nhận khi bạn chưa giao ca',
    );
  });

  it('counts wrong passwords, and lets nobody guess on', async () => {
    const client = await person('lanh-dao', 'bach-dang');
    const draft = await client.get('/procedures/duty/hand-over?unit=CAP');
    const send = () =>
      client.call('POST', '/procedures/duty/hand-overs', {
        unit: 'CAP',
        seen: draft.lines.map((one: { key: string }) => one.key),
        password: 'guess',
        taker: draft.takers[0].id,
      });
    const codes: string[] = [];
    for (let i = 0; i < 6; i += 1) codes.push((await send()).body.error.code);
    expect(codes.slice(0, 5)).toEqual(Array(5).fill('PASSWORD_WRONG'));
    expect(codes[5]).toBe('PASSWORD_TRIED_TOO_OFTEN');
  });
});

describe('what an administrator sets', () => {
  it('is kept with its version, refused where it is wrong, and silences a desk without hiding its alarms', async () => {
    const administrator = await person('quan-tri', 'bach-dang');
    const before = await administrator.get('/procedures/alarm-settings');
    expect(before.settings.desks.length).toBeGreaterThan(0);
    expect(before.groups.map((one: { id: string }) => one.id)).toContain('CAP/truc-ban');
    expect(before.missingContacts).toEqual([]);
    const put = (settings: object, version = before.version) =>
      administrator.call('PUT', '/procedures/alarm-settings', { settings, version });
    const silent = {
      ...before.settings,
      desks: before.settings.desks.map((one: object) => ({ ...one, sound: false })),
    };
    expect((await put({ ...silent, steps: [] })).body.error).toMatchObject({ code: 'ALARM_SETTINGS_REFUSED' });
    expect((await put(silent, before.version + 7)).body.error.code).toBe('SETTINGS_CHANGED');
    const saved = await put({ ...silent, contacts: before.settings.contacts.slice(1) });
    expect(saved.body.version).toBe(before.version + 1);
    const there = await onDesk('bach-dang');
    const keeper = there.now.find((name) => ['truc-ban', 'can-bo-2'].includes(name)) as string;
    const { caseId } = await takeInUrgent('bach-dang', {}, 'BD-D03');
    const officer = await person(keeper, 'bach-dang');
    const alarm = await until(() => heardBy(officer, caseId), 'the alarm to be shown');
    expect((await officer.get('/procedures/alarms/ringing')).sound).toBe(false);
    expect(alarm.contacts.map((one: { title: string }) => one.title).join()).not.toContain(
      before.settings.contacts[0].title,
    );
    expect((await put(before.settings, before.version + 1)).status).toBe(200);
    expect((await officer.get('/procedures/alarms/ringing')).sound).toBe(true);
    expect((await (await person('lanh-dao')).call('GET', '/procedures/alarm-settings')).status).toBe(403);
  });
});
