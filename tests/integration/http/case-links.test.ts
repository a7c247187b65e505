// How cases stand to one another, over HTTP on the real stack: linked, taken back, by whom, and what nobody may learn.
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { startByApi } from '../../browser/support/a-report';
import { intakeValues, onlyFields } from '../../cases/case-values.mjs';
import { anybody, as, type Client } from '../../support/running-app';

const { cases } = JSON.parse(fs.readFileSync('tests/cases/intake-cases.json', 'utf8'));

const WARD = 'bach-dang';
const REASON = 'Cùng một vụ việc, cùng địa bàn';
const person = (name: string, ward = WARD) => as(`${name}@${ward}.example`);
const linksOf = (client: Client, caseId: string) => client.get(`/procedures/cases/${caseId}/links`);
const link = (client: Client, caseId: string, body: object) =>
  client.call('POST', `/procedures/cases/${caseId}/links`, body);

let officer: Client;
let one: { caseId: string; bookNo: string };
let two: { caseId: string; bookNo: string };
beforeAll(async () => {
  officer = await person('can-bo');
  [one, two] = await Promise.all([startByApi(WARD, 'BD-D29'), startByApi(WARD, 'BD-D29')]);
});

describe('a link between two cases', () => {
  it('is shown on both, once, with who said so and why, and is taken back with a reason', async () => {
    const made = await link(officer, one.caseId, { otherCaseId: two.caseId, kind: 'RELATED', reason: REASON });
    expect(made.status).toBe(201);
    for (const [own, other] of [
      [one, two],
      [two, one],
    ]) {
      const { links } = await linksOf(officer, own.caseId);
      expect(links).toHaveLength(1);
      expect(links[0]).toMatchObject({
        kind: 'RELATED',
        state: 'IN_FORCE',
        reason: REASON,
        other: { id: other.caseId, bookNo: other.bookNo, mayOpen: true },
      });
      expect(links[0].by.name).toBeTruthy();
    }
    // The same, said from the other end, is the same.
    const again = await link(officer, two.caseId, { otherCaseId: one.caseId, kind: 'RELATED', reason: REASON });
    expect([again.status, again.body.error.code]).toEqual([409, 'LINK_EXISTS']);

    const end = (reason: string) => officer.call('POST', `/procedures/case-links/${made.body.id}/end`, { reason });
    expect((await end('ngắn')).status).toBe(422);
    const both = await Promise.all([end('Không cùng vụ việc'), end('Không cùng vụ việc')]);
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const { links } = await linksOf(officer, one.caseId);
    expect(links[0]).toMatchObject({ state: 'ENDED', ended: { reason: 'Không cùng vụ việc' } });
  });

  it('is refused without a reason, of an unknown kind, to itself, and to what does not exist', async () => {
    const refused = async (body: object) => {
      const { status, body: answer } = await link(officer, one.caseId, body);
      return [status, answer.error.code];
    };
    const right = { otherCaseId: two.caseId, kind: 'RELATED', reason: REASON };
    expect(await refused({ ...right, reason: ' ' })).toEqual([422, 'REASON_NEEDED']);
    expect(await refused({ ...right, kind: 'MERGED_INTO' })).toEqual([422, 'LINK_KIND_UNKNOWN']);
    expect(await refused({ ...right, otherCaseId: one.caseId })).toEqual([422, 'SAME_CASE']);
    expect(await refused({ ...right, otherCaseId: 'x' })).toEqual([404, 'NOT_FOUND']);
    expect(await refused({})).toEqual([404, 'NOT_FOUND']);
  });

  it('needs a right on both cases: nobody of another ward, no administrator, no auditor, nobody without the content', async () => {
    const elsewhere = await startByApi('tam-thanh', 'TT-D01');
    const right = { kind: 'RELATED', reason: REASON };
    expect((await link(officer, one.caseId, { ...right, otherCaseId: elsewhere.caseId })).status).toBe(404);
    expect((await linksOfStatus('can-bo', 'tam-thanh')).status).toBe(404);
    for (const name of ['quan-tri', 'kiem-tra', 'chu-tich']) {
      const client = await person(name);
      expect((await link(client, one.caseId, { ...right, otherCaseId: two.caseId })).status).toBe(403);
    }
    expect((await anybody().call('GET', `/procedures/cases/${one.caseId}/links`)).status).toBe(401);
  });

  const linksOfStatus = async (name: string, ward: string) =>
    (await person(name, ward)).call('GET', `/procedures/cases/${one.caseId}/links`);

  it('of a restricted case is neither made nor shown by anybody who may not know of it', async () => {
    const office = await person('van-phong');
    const starts = await office.get('/procedures/starts');
    const start = starts.find((found: { event: string }) => found.event === 'TIEP_NHAN');
    const report = cases.find((found: { id: string }) => found.id === 'BD-D34');
    const made = await office.post('/procedures/cases?wait=10000', {
      packageId: 'nguon-tin',
      event: 'TIEP_NHAN',
      values: onlyFields(intakeValues(report), start.form),
      clientId: randomUUID(),
    });
    const right = { otherCaseId: made.caseId, kind: 'RELATED', reason: REASON };
    expect((await link(officer, one.caseId, right)).status).toBe(404);
    expect((await link(office, made.caseId, { ...right, otherCaseId: one.caseId })).status).toBe(403);
    expect((await officer.call('GET', `/procedures/cases/${made.caseId}/links`)).status).toBe(404);
    expect(JSON.stringify((await linksOf(officer, one.caseId)).links)).not.toContain(made.caseId);
  });
});
