// Correcting a recorded sending over HTTP on the real stack: nothing is edited, the head agrees, the term that it met is
// judged again, the row beside the record says what is right, and others are refused.
import fs from 'node:fs';
import { Client as Database } from 'pg';
import type { ActingNote } from '../../../src/plugins/procedures/shared/acting-note';
import { takeInByApi } from '../../browser/support/a-report';
import { eventBody } from '../../cases/case-values.mjs';
import { as, type Client, runningApp, until } from '../../support/running-app';
import { DOCUMENT, deputyOfHead } from './deputy-of-head';

const WARD = 'bach-dang';
const REPORT = 'BD-D26';
const REASON = 'Ghi nhầm ngày gửi và số công văn';
const HOUR = 60 * 60 * 1000;
const person = (name: string, ward = WARD) => as(`${name}@${ward}.example`);
const codeOf = ({ status, body }: { status: number; body: { error?: { code: string } } }) => [status, body.error?.code];
const { cases } = JSON.parse(fs.readFileSync('tests/cases/intake-cases.json', 'utf8'));
const report = cases.find(({ id }: { id: string }) => id === REPORT);

interface Event {
  id: string;
  code: string;
  businessAt: string;
  lateReason: string | null;
  details?: { label: { vi: string }; value: unknown }[];
  corrects?: string | null;
  correctedBy?: string | null;
  mayCorrect?: boolean;
  correction?: {
    id: string;
    state: string;
    reason: string;
    askedFor: ActingNote | null;
    decidedFor: ActingNote | null;
    permissions: { decide: boolean; takeBack: boolean };
  } | null;
  actingFor: ActingNote | null;
}
interface Clock {
  id: string;
  rule: string;
  state: string;
  stoppedAt: string | null;
  supersededBy: string | null;
  supersededReason: { vi: string } | null;
}

let officer: Client;
let head: Client;
let database: Database;
beforeAll(async () => {
  [officer, head] = await Promise.all([person('can-bo'), person('lanh-dao')]);
  database = new Database({ connectionString: runningApp().databaseUrl });
  await database.connect();
});
afterAll(() => database.end());

const detailOf = (client: Client, caseId: string) => client.get(`/procedures/cases/${caseId}`);
const eventsOf = async (client: Client, caseId: string, code = 'CHUYEN'): Promise<Event[]> =>
  (await detailOf(client, caseId)).events.filter((event: Event) => event.code === code);
const correct = (client: Client, caseId: string, eventId: string, body: object) =>
  client.call('POST', `/procedures/cases/${caseId}/events/${eventId}/correction`, body);
const decideOn = (client: Client, act: 'approve' | 'refuse', id: string, reason?: string) =>
  client.call('POST', `/procedures/event-corrections/${id}/${act}`, reason ? { reason } : {});

/** A report that was classified and transferred, its term having ended two hours before it was sent. */
async function sentLate() {
  const { caseId } = await takeInByApi(WARD, REPORT);
  const enter = async (code: string, more: object = {}) => {
    const event = report.events.find((one: { event: string }) => one.event === code);
    const body = { ...eventBody(report, event), at: undefined, ...more };
    await until(async () => {
      const answer = await officer.call('POST', `/procedures/cases/${caseId}/events?wait=10000`, body);
      if (answer.status < 300) return answer;
      if (answer.status !== 409) throw new Error(JSON.stringify(answer.body));
      return null;
    }, `${code} to be taken`);
  };
  await enter('PHAN_LOAI');
  await database.query(
    `update procedures.clocks set start_at = now() - interval '3 days', amber_at = now() - interval '1 day',
     due_at = now() - interval '2 hours' where case_id = $1 and state = 'RUNNING' and owner = 'CAP'`,
    [caseId],
  );
  await database.query("update procedures.cases set received_at = now() - interval '3 days' where id = $1", [caseId]);
  await enter('CHUYEN', { values: { task: { documentNo: '12/CV' } } });
  const [sent] = await until(async () => {
    const events = await eventsOf(officer, caseId);
    return events.length > 0 ? events : null;
  }, 'the transfer to be in the timeline');
  return { caseId, sent };
}

describe('a sending that was recorded wrongly', () => {
  let caseId: string;
  let sent: Event;
  let asked: string;
  const right = () => ({
    values: { task: { to: ['CQCSDT_CA_TINH'], documentNo: '21/CV' } },
    at: new Date(Date.parse(sent.businessAt) - 3 * HOUR).toISOString(),
    reason: REASON,
  });
  beforeAll(async () => {
    ({ caseId, sent } = await sentLate());
  });

  it('is offered for correction with what its paper says, to whoever works on the case', async () => {
    expect(sent).toMatchObject({ mayCorrect: true, correction: null, corrects: null, correctedBy: null });
    expect(sent.details).toContainEqual({ label: expect.anything(), value: '12/CV', type: 'text' });
    const draft = await officer.get(`/procedures/cases/${caseId}/events/${sent.id}/correction`);
    expect(draft).toMatchObject({ approval: 'HEAD', atOnce: false, businessAt: sent.businessAt });
    expect(draft.values.task).toMatchObject({ documentNo: '12/CV' });
    expect((await head.get(`/procedures/cases/${caseId}/events/${sent.id}/correction`)).atOnce).toBe(true);
    const { clocks } = await detailOf(officer, caseId);
    expect(clocks.some((clock: Clock) => clock.state === 'MISSED')).toBe(true);
  });

  it('needs a reason, something that differs, a time that has passed and a right', async () => {
    expect(codeOf(await correct(officer, caseId, sent.id, { ...right(), reason: ' ' }))[1]).toBe('REASON_NEEDED');
    const { values } = await officer.get(`/procedures/cases/${caseId}/events/${sent.id}/correction`);
    const same = { values, at: sent.businessAt, reason: REASON };
    expect(codeOf(await correct(officer, caseId, sent.id, same))).toEqual([422, 'NOTHING_CORRECTED']);
    const ahead = { ...right(), at: new Date(Date.now() + HOUR).toISOString() };
    expect(codeOf(await correct(officer, caseId, sent.id, ahead))[1]).toBe('TIME_AHEAD');
    const before = { ...right(), at: new Date(Date.now() - 30 * 24 * HOUR).toISOString() };
    expect(codeOf(await correct(officer, caseId, sent.id, before))).toEqual([422, 'BEFORE_THE_CASE']);
    const [classified] = await eventsOf(officer, caseId, 'PHAN_LOAI');
    expect(codeOf(await correct(officer, caseId, classified.id, right()))).toEqual([409, 'NOT_CORRECTABLE']);
    expect((await correct(await person('chu-tich'), caseId, sent.id, right())).status).toBe(403);
    expect((await correct(await person('lanh-dao', 'tam-thanh'), caseId, sent.id, right())).status).toBe(404);
    expect((await correct(officer, caseId, 'x', right())).status).toBe(404);
    const { clocks } = await detailOf(officer, caseId);
    expect(clocks.some((clock: Clock) => clock.state === 'SUPERSEDED' && clock.stoppedAt === sent.businessAt)).toBe(
      false,
    );
  });

  it('waits for the head, who is told; nobody else decides, and a second request is refused', async () => {
    const both = await Promise.all([1, 2].map(() => correct(officer, caseId, sent.id, right())));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    asked = both.find(({ status }) => status === 201)?.body.id;
    expect(both.find(({ status }) => status === 201)?.body.state).toBe('ASKED');
    const { items } = await head.get('/procedures/notifications?kind=APPROVAL');
    expect(items[0]).toMatchObject({ link: `/cases/${caseId}?tab=events`, readAt: null, withdrawn: null });
    const [forHead] = await eventsOf(head, caseId);
    expect(forHead.correction).toMatchObject({ state: 'ASKED', reason: REASON, permissions: { decide: true } });
    const [own] = await eventsOf(officer, caseId);
    expect(own).toMatchObject({ mayCorrect: false, correction: { permissions: { decide: false, takeBack: true } } });
    expect(codeOf(await decideOn(officer, 'approve', asked))[0]).toBe(403);
    expect(codeOf(await decideOn(await person('can-bo-2'), 'approve', asked))).toEqual([
      403,
      'NOT_HEAD_OF_HANDLING_UNIT',
    ]);
    expect((await decideOn(await person('lanh-dao', 'tam-thanh'), 'approve', asked)).status).toBe(404);
    expect(await eventsOf(officer, caseId)).toHaveLength(1);
  });

  it('stays as it was; another event takes its place, and the term that it missed was met', async () => {
    const before = (await detailOf(officer, caseId)).clocks as Clock[];
    const both = await Promise.all([decideOn(head, 'approve', asked), decideOn(head, 'approve', asked)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const detail = await detailOf(officer, caseId);
    const [was, is] = detail.events.filter(({ code }: Event) => code === 'CHUYEN') as Event[];
    expect(was).toMatchObject({ id: sent.id, businessAt: sent.businessAt, correctedBy: is.id, mayCorrect: false });
    expect(was.details).toEqual(sent.details);
    expect(is).toMatchObject({ corrects: sent.id, businessAt: right().at, lateReason: REASON, mayCorrect: true });
    expect(is.details).toContainEqual({ label: expect.anything(), value: '21/CV', type: 'text' });

    const missed = before.filter(({ state, stoppedAt }) => state === 'MISSED' && stoppedAt === sent.businessAt);
    expect(missed.length).toBeGreaterThan(0);
    for (const old of missed) {
      const now = (detail.clocks as Clock[]).find(({ id }) => id === old.id);
      expect(now).toMatchObject({ state: 'SUPERSEDED', supersededReason: { vi: 'đính chính việc đã ghi' } });
      const next = (detail.clocks as Clock[]).find(({ id }) => id === now?.supersededBy);
      expect(next).toMatchObject({ rule: old.rule, state: 'MET', stoppedAt: right().at });
    }
    const transfers = detail.related.find(({ name }: { name: string }) => name === 'transfers');
    const at = (name: string) => transfers.columns.findIndex((column: { name: string }) => column.name === name);
    const row = transfers.rows.at(-1);
    expect(row[at('slipNo')].value).toBe('21/CV');
    expect(Date.parse(row[at('sentAt')].value)).toBe(Date.parse(right().at));
    expect(row[at('fromUnit')].words.vi).toContain('Công an');
  });

  it('is what the unit that handed the case over sees, and what the receipt tells', async () => {
    const told = await database.query(
      `select e.id, e.public_status, c.public_status as now, c.receipt_code from procedures.business_events e
       join procedures.cases c on c.id = e.case_id where e.case_id = $1 and e.code = 'CHUYEN' order by e.seq`,
      [caseId],
    );
    expect(told.rows.map((row) => [row.public_status, row.now])).toEqual([
      ['DA_CHUYEN', 'DA_CHUYEN'],
      ['DA_CHUYEN', 'DA_CHUYEN'],
    ]);
    await database.query("update procedures.cases set origin_unit = 'VHXH' where id = $1", [caseId]);
    const outside = await detailOf(await person('van-hoa'), caseId);
    expect(outside.access).toBe('status');
    const [only, ...more] = outside.events.filter(({ code }: Event) => code === 'CHUYEN');
    expect(more).toEqual([]);
    expect(only).toMatchObject({ id: told.rows[1].id, businessAt: right().at, lateReason: null });
    await database.query('update procedures.cases set origin_unit = null where id = $1', [caseId]);
    const answer = await fetch(`${runningApp().baseUrl}/api/procedures/receipts/${told.rows[0].receipt_code}`);
    expect(await answer.json()).toMatchObject({
      status: 'DA_CHUYEN',
      text: { vi: 'Đã chuyển cơ quan có thẩm quyền.' },
    });
  });

  it('is told to the asker, withdrawn from the head, and in the audit chain', async () => {
    const [told] = (await officer.get('/procedures/notifications?kind=APPROVAL')).items;
    expect(told.why.vi).toBe('Đề nghị đính chính của bạn được chấp thuận');
    const [called] = (await head.get('/procedures/notifications?kind=APPROVAL')).items;
    expect(called.withdrawn.why.vi).toBe('đề nghị đã được chấp thuận');
    const { rows } = await database.query(
      `select action from procedures.audit_entries where subject_id = $1 and action like 'case.%orrect%' order by seq`,
      [caseId],
    );
    expect(rows.map(({ action }) => action)).toEqual(['case.askCorrection', 'case.correctEvent']);
  });

  it('is in the dossier, and the row of the old event is untouched in the database', async () => {
    const { status, bytes } = await officer.download(`/procedures/cases/${caseId}/dossier`);
    expect([status, bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    const { rows } = await database.query('select data, business_at from procedures.business_events where id = $1', [
      sent.id,
    ]);
    expect(rows[0].data.task.documentNo).toBe('12/CV');
    expect(rows[0].business_at.toISOString()).toBe(sent.businessAt);
  });

  it('may be corrected again by the head, at once; only the newest one', async () => {
    const newest = (await eventsOf(head, caseId)).at(-1) as Event;
    expect(codeOf(await correct(head, caseId, sent.id, right()))).toEqual([409, 'CORRECTION_EXISTS']);
    const again = await correct(head, caseId, newest.id, {
      ...right(),
      at: new Date(Date.parse(sent.businessAt) - HOUR).toISOString(),
    });
    expect([again.status, again.body.state]).toEqual([201, 'IN_FORCE']);
    const { clocks } = await detailOf(head, caseId);
    expect(clocks.filter(({ state }: Clock) => state === 'MET').length).toBe(
      clocks.filter(({ state }: Clock) => state === 'MET').filter(({ stoppedAt }: Clock) => stoppedAt !== right().at)
        .length,
    );
    expect(clocks.some(({ state }: Clock) => state === 'MISSED')).toBe(true);
  });
});

describe('a correction that is refused or taken back', () => {
  it('changes nothing, says why, and may be asked for again', async () => {
    const { caseId, sent } = await sentLate();
    const body = {
      values: { task: { to: ['CQCSDT_CA_TINH'], documentNo: '99/CV' } },
      at: sent.businessAt,
      reason: REASON,
    };
    const before = await detailOf(officer, caseId);
    const first = await correct(officer, caseId, sent.id, body);
    expect(codeOf(await decideOn(head, 'refuse', first.body.id))[1]).toBe('REASON_NEEDED');
    expect((await decideOn(head, 'refuse', first.body.id, 'Sổ công văn ghi 12/CV')).status).toBe(200);
    const [told] = (await officer.get('/procedures/notifications?kind=APPROVAL')).items;
    expect(told.why.vi).toContain('không được chấp thuận');
    const second = await correct(officer, caseId, sent.id, body);
    expect((await decideOn(officer, 'refuse', second.body.id, 'Tôi xem lại sổ')).status).toBe(200);
    const [called] = (await head.get('/procedures/notifications?kind=APPROVAL')).items;
    expect(called.withdrawn.why.vi).toBe('người đề nghị đã rút');
    const after = await detailOf(officer, caseId);
    expect(after.clocks.map(({ id, state }: Clock) => [id, state])).toEqual(
      before.clocks.map(({ id, state }: Clock) => [id, state]),
    );
    expect(after.related).toEqual(before.related);
    expect(after.events.filter(({ code }: Event) => code === 'CHUYEN')).toHaveLength(1);
  });
});

describe('a correction that is decided in the head’s stead', () => {
  it('says for whom and by which document, in the timeline and in the audit chain, whichever way it is decided', async () => {
    const deputy = await person('pho-lanh-dao');
    const { holder, appointment } = await deputyOfHead(head, deputy);
    const { caseId, sent } = await sentLate();
    const body = (documentNo: string) => ({
      values: { task: { to: ['CQCSDT_CA_TINH'], documentNo } },
      at: sent.businessAt,
      reason: REASON,
    });
    const inTheirStead = {
      holder: { id: holder },
      documentNo: DOCUMENT,
      signature: expect.arrayContaining([expect.stringMatching(/^KT\./)]),
    };

    const first = await correct(officer, caseId, sent.id, body('31/CV'));
    expect((await decideOn(deputy, 'refuse', first.body.id, 'Sổ công văn ghi 12/CV')).status).toBe(200);
    expect((await eventsOf(officer, caseId))[0].correction).toMatchObject({
      askedFor: null,
      decidedFor: inTheirStead,
    });

    const second = await correct(officer, caseId, sent.id, body('32/CV'));
    expect((await decideOn(deputy, 'approve', second.body.id)).status).toBe(200);
    const [was, is] = await eventsOf(officer, caseId);
    expect(was.correction).toMatchObject({ state: 'IN_FORCE', askedFor: null, decidedFor: inTheirStead });
    // Entered by the officer, in the officer's own right.
    expect(is.actingFor).toBeNull();

    expect((await correct(deputy, caseId, is.id, body('33/CV'))).body.state).toBe('IN_FORCE');
    const [, again, last] = await eventsOf(officer, caseId);
    expect(again.correction).toMatchObject({ askedFor: inTheirStead, decidedFor: null });
    expect(last.actingFor).toMatchObject(inTheirStead);

    await head.post(`/procedures/acting/${appointment}/revoke`, { reason: 'Người đứng đầu đã về' });
    const { rows } = await database.query(
      `select action, detail->>'actingFor' as right, detail->>'actingForPerson' as holder
       from procedures.audit_entries where subject_id = $1 and action like 'case.%orrect%' order by seq`,
      [caseId],
    );
    expect(rows.map((row) => [row.action, row.right, row.holder])).toEqual([
      ['case.askCorrection', null, null],
      ['case.refuseCorrection', appointment, holder],
      ['case.askCorrection', null, null],
      ['case.correctEvent', appointment, holder],
      ['case.askCorrection', appointment, holder],
      ['case.correctEvent', appointment, holder],
    ]);
  });
});
