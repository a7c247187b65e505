// What stands beside the form: notes, hand-overs with reasons, what became of a task, and the bad input of all of it.
import { randomUUID } from 'node:crypto';
import { Client as Database } from 'pg';
import { anybody, as, type Client, openTask, runningApp, startExample } from '../../support/running-app';

let officer: Client;
let head: Client;

beforeAll(async () => {
  officer = await as('van-phong@tam-thanh.example');
  head = await as('lanh-dao-van-phong@tam-thanh.example');
});

const write = (caseId: string, body: Record<string, unknown>, who = officer) =>
  who.call('POST', `/procedures/cases/${caseId}/notes`, { visibility: 'INTERNAL', ...body });
const read = async (taskId: string, who = officer) => who.get(`/procedures/tasks/${taskId}`);
const claim = async (taskId: string, who = officer) => {
  const { task } = await read(taskId, who);
  return (await who.call('POST', `/procedures/tasks/${taskId}/claim`, { version: task.version })).body.task.version;
};

describe('a note', () => {
  it('is text whatever it looks like, and is superseded, not edited', async () => {
    const { caseId, taskId } = await startExample(officer);
    const markup = '<img src=x onerror=alert(1)> 😀\r\ndòng hai';
    const first = await write(caseId, { text: markup, taskId });
    expect(first.status).toBe(201);
    const [note] = first.body.items;
    expect(note).toMatchObject({ text: '<img src=x onerror=alert(1)> 😀\ndòng hai', visibility: 'INTERNAL', taskId });
    const second = await write(caseId, { text: 'Bản sửa', supersedes: note.id });
    expect(second.body.items).toHaveLength(1);
    expect(second.body.items[0]).toMatchObject({ text: 'Bản sửa', history: [{ text: note.text }] });
    expect((await write(caseId, { text: 'Sửa bản cũ', supersedes: note.id })).body.error.code).toBe(
      'NOTE_NOT_EDITABLE',
    );
    const other = await write(caseId, { text: 'Không phải của tôi', supersedes: second.body.items[0].id }, head);
    expect(other.status).toBe(409);
    const withdrawn = await head.call('POST', `/procedures/notes/${second.body.items[0].id}/withdraw`, {
      reason: 'Sai',
    });
    expect(withdrawn.body.items[0]).toMatchObject({ text: 'Bản sửa', withdrawn: { reason: 'Sai' } });
  });

  it('of 10,001 letters or of 1 MB is refused in words, and nothing is written', async () => {
    const { caseId } = await startExample(officer);
    for (const length of [10_001, 900_000, 1_200_000]) {
      const answer = await write(caseId, { text: 'ă'.repeat(length / (length > 1_000_000 ? 2 : 1)) });
      expect([length, answer.status]).toEqual([length, 413]);
      expect(answer.body.error.vi).toMatch(/tệp đính kèm/);
    }
    expect((await write(caseId, { text: '  \n ' })).body.error.code).toBe('TEXT_NEEDED');
    expect((await officer.get(`/procedures/cases/${caseId}/notes`)).items).toEqual([]);
    expect((await write(caseId, { text: '😀'.repeat(10_000) })).status).toBe(201);
  });

  it('reaches the reporter only when it is meant to, is confirmed, and the case lets it', async () => {
    const { caseId, receiptCode } = await startExample(officer);
    const lookUp = async () => (await anybody().get(`/api/procedures/receipts/${receiptCode}`)).notes ?? [];
    await write(caseId, { text: 'Chỉ nội bộ' });
    const unsure = await write(caseId, { text: 'Mời đến nhận phòng', visibility: 'VISIBLE_TO_REPORTER' });
    expect([unsure.status, unsure.body.error.code]).toEqual([409, 'CONFIRMATION_NEEDED']);
    const sent = await write(caseId, {
      text: 'Mời đến nhận phòng',
      visibility: 'VISIBLE_TO_REPORTER',
      confirmed: true,
    });
    expect((await lookUp()).map((one: { text: string }) => one.text)).toEqual(['Mời đến nhận phòng']);
    const database = new Database({ connectionString: runningApp().databaseUrl });
    await database.connect();
    await database.query("update procedures.cases set restricted = true, participating_units = '{VP}' where id = $1", [
      caseId,
    ]);
    await database.end();
    expect(await lookUp()).toEqual([]);
    const refused = await write(caseId, { text: 'Thêm', visibility: 'VISIBLE_TO_REPORTER', confirmed: true });
    expect(refused.body.error.code).toBe('REPORTER_NOT_REACHABLE');
    expect((await officer.get(`/procedures/cases/${caseId}/notes`)).reporterRefusal.vi).toMatch(/hạn chế/);
    expect(sent.status).toBe(201);
  });

  it('tells whoever is mentioned, who must be one that may read the case', async () => {
    const { caseId } = await startExample(officer);
    const { items } = await officer.get(`/procedures/cases/${caseId}/mentionable`);
    const chief = items.find((one: { title: string }) => one.title === 'Chánh Văn phòng');
    expect(items.some((one: { title: string }) => one.title === 'Trưởng Công an phường')).toBe(false);
    await write(caseId, { text: 'Xin ý kiến', mentions: [chief.id] });
    const { items: mentions } = await head.get('/procedures/mentions');
    expect(mentions[0]).toMatchObject({ caseId, text: 'Xin ý kiến' });
    const me = (await (await as('can-bo@tam-thanh.example')).get('/procedures/me')).person.id;
    expect((await write(caseId, { text: 'Rò rỉ', mentions: [me] })).body.error.code).toBe('MAY_NOT_READ_CASE');
    expect((await write(caseId, { text: 'x' }, await as('can-bo@tam-thanh.example'))).status).toBe(403);
    expect((await write(caseId, { text: 'x' }, await as('van-phong@bach-dang.example'))).status).toBe(404);
  });
});

describe('a task that changes hands', () => {
  it('is given back with a reason that its history tells', async () => {
    const { taskId } = await startExample(officer);
    const version = await claim(taskId);
    const path = `/procedures/tasks/${taskId}`;
    const silent = await officer.call('POST', `${path}/release`, { version });
    expect([silent.status, silent.body.error.code]).toEqual([400, 'REASON_NEEDED']);
    expect((await officer.call('POST', `${path}/release`, { version, reason: 'Bận họp' })).status).toBe(200);
    const { items } = await officer.get(`${path}/history`);
    expect(items.map((one: { kind: string; reason: string | null }) => [one.kind, one.reason])).toEqual([
      ['OPENED', null],
      ['CLAIMED', null],
      ['RELEASED', 'Bận họp'],
    ]);
    const status = await officer.get(`${path}/status`);
    expect(status.last.text.vi).toMatch(/đã trả việc này lại nhóm: Bận họp/);
    expect(status).toMatchObject({ state: 'OPEN', assignee: null });
  });

  it('is passed on only to another member of its groups, by whoever holds it or leads them', async () => {
    const example = await startExample(officer);
    const version = await claim(example.taskId);
    const path = `/procedures/tasks/${example.taskId}`;
    const { items } = await officer.get(`${path}/colleagues`);
    const outsider = (await (await as('can-bo@tam-thanh.example')).get('/procedures/me')).person.id;
    const refused = await officer.call('POST', `${path}/delegate`, { version, personId: outsider, reason: 'Nhờ' });
    expect([refused.status, refused.body.error.code]).toEqual([409, 'NOT_A_COLLEAGUE']);
    expect(items.every((one: { id: string }) => one.id !== outsider)).toBe(true);
    const stranger = await as('can-bo@tam-thanh.example');
    expect((await stranger.call('POST', `${path}/delegate`, { version, personId: outsider, reason: 'x' })).status).toBe(
      403,
    );
  });

  it('says what can follow it', async () => {
    const { taskId } = await startExample(officer);
    const { next } = await read(taskId);
    expect(next.map((step: { kind: string; id: string }) => [step.kind, step.id])).toEqual([['task', 'xu_ly']]);
  });
});

describe('bad input of a form', () => {
  it('loses nothing when the form has changed under the person, and names what differs', async () => {
    const { caseId, taskId } = await startExample(officer);
    const database = new Database({ connectionString: runningApp().databaseUrl });
    await database.connect();
    const old = `0.0.${Math.floor(Math.random() * 1_000_000)}`;
    await database.query(
      `insert into procedures.packages select tenant_id, package_id, $1, jsonb_set(manifest::jsonb, '{version}', to_jsonb($1::text))::json,
         events, content_hash, published_at, false from procedures.packages where tenant_id = 'tam-thanh' and package_id = 'vi-du' and active`,
      [old],
    );
    const files = await database.query(
      `select f.* from procedures.package_files f join procedures.packages p using (tenant_id, package_id, version)
        where f.tenant_id = 'tam-thanh' and f.package_id = 'vi-du' and p.active`,
    );
    for (const file of files.rows) {
      let content = file.content as Buffer;
      if (file.path === 'manifest.json')
        content = Buffer.from(JSON.stringify({ ...JSON.parse(content.toString()), version: old }));
      if (file.path === 'tiep-nhan.form') {
        const form = JSON.parse(content.toString());
        form.components.push({ id: 'F_old', type: 'textfield', key: 'task.oldField', label: 'Ô cũ' });
        content = Buffer.from(JSON.stringify(form));
      }
      await database.query('insert into procedures.package_files values ($1, $2, $3, $4, $5, $6)', [
        file.tenant_id,
        file.package_id,
        old,
        file.path,
        file.kind,
        content,
      ]);
    }
    const version = await claim(taskId);
    const path = `/procedures/tasks/${taskId}`;
    const answer = await officer.call('POST', `${path}/complete`, {
      version,
      values: { record: { quantity: 4 } },
      packageVersion: old,
    });
    expect([answer.status, answer.body.error.code]).toEqual([409, 'FORM_CHANGED']);
    expect(answer.body.error.detail.differences).toEqual([{ path: 'task.oldField', label: 'Ô cũ', change: 'REMOVED' }]);
    expect(answer.body.error.vi).toContain('“Ô cũ”');
    expect((await openTask(officer, caseId)).id).toBe(taskId);
    expect((await officer.get(`${path}/status`)).state).toBe('OPEN');
    // Others read the whole history of this package.
    for (const table of ['package_files', 'packages'])
      await database.query(
        `delete from procedures.${table} where tenant_id = 'tam-thanh' and package_id = 'vi-du' and version = $1`,
        [old],
      );
    await database.end();
  });

  it('refuses a day of the year 0026 at its field, keeps an emoji name and markup as they are', async () => {
    const entry = (record: Record<string, unknown>) =>
      officer.call('POST', '/procedures/cases?wait=10000', {
        packageId: 'vi-du',
        event: 'BAT_DAU',
        values: { record: { title: 'Họp', quantity: 2, requestedAt: '2030-01-02T09:00:00+07:00', ...record } },
        clientId: randomUUID(),
      });
    const refused = await entry({ requestedAt: '0026-01-02T09:00:00+07:00' });
    expect(refused.status).toBe(422);
    expect(refused.body.error.detail.problems).toEqual([expect.objectContaining({ path: 'record.requestedAt' })]);
    const title = '👩‍✈️ <script>alert(1)</script> Nguyễn Thị Mẫu 😀';
    const kept = await entry({ title });
    expect(kept.status).toBe(202);
    const detail = await officer.get(`/procedures/cases/${kept.body.caseId}`);
    expect(detail.case.title).toBe(title);
  });
});
