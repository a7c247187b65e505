// Files over HTTP on the real database: streamed in, refused in words, kept with their hash, read by right, never removed.
import { createHash, randomUUID } from 'node:crypto';
import { Client as Database } from 'pg';
import { anybody, as, type Client, runningApp, startExample } from '../../support/running-app';
import { docx, eicar, pdf, photoWithPlace } from '../../support/sample-files';

let officer: Client;
let head: Client;
let database: Database;
let caseId: string;
let taskId: string;

beforeAll(async () => {
  officer = await as('van-phong@tam-thanh.example');
  head = await as('lanh-dao-van-phong@tam-thanh.example');
  ({ caseId, taskId } = await startExample(officer));
  database = new Database({ connectionString: runningApp().databaseUrl });
  await database.connect();
});
afterAll(() => database.end());

const toCase = (more = '') => `/procedures/attachments?caseId=${caseId}${more}`;
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('a file of a case', () => {
  it('is kept with its name, hash, task and who added it, and comes back byte by byte', async () => {
    const bytes = Buffer.concat([pdf, Buffer.alloc(700_000, 'x')]);
    const added = await officer.upload(toCase(`&taskId=${taskId}`), 'Biên bản 😀.pdf', bytes);
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({
      fileName: 'Biên bản 😀.pdf',
      mediaType: 'application/pdf',
      size: bytes.length,
      sha256: sha256(bytes),
      taskId,
      visibility: 'INTERNAL',
      preview: 'pdf',
    });
    expect(added.body.uploadedBy.name).toContain('Mẫu');
    const back = await head.download(`/procedures/attachments/${added.body.id}/content`);
    expect([back.status, sha256(back.bytes)]).toEqual([200, sha256(bytes)]);
    expect(back.headers.get('content-disposition')).toContain(
      "filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n%20%F0%9F%98%80.pdf",
    );
    expect(back.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(back.headers.get('x-content-type-options')).toBe('nosniff');
    expect(back.headers.get('content-security-policy')).toContain('sandbox');
    expect(back.headers.get('cache-control')).toBe('private, no-store');
    const { rows } = await database.query(
      "select action from procedures.audit_entries where subject_type = 'attachment' and subject_id = $1 order by seq",
      [added.body.id],
    );
    expect(rows.map((row) => row.action)).toEqual(['attachment.add', 'attachment.read']);
  });

  it('shows a photo without the place where it was taken, and keeps the original', async () => {
    const photo = photoWithPlace();
    const { body } = await officer.upload(toCase(), 'hiện trường.jpg', photo);
    const shown = await officer.download(`/procedures/attachments/${body.id}/preview`);
    expect([shown.status, shown.bytes.includes('GPS')]).toEqual([200, false]);
    const original = await officer.download(`/procedures/attachments/${body.id}/content`);
    expect(original.bytes.equals(photo)).toBe(true);
  });

  it('is withdrawn with a reason by whoever added it, and stays', async () => {
    const { body: file } = await officer.upload(toCase(), 'nhầm.txt', Buffer.from('nhầm hồ sơ'));
    const path = `/procedures/attachments/${file.id}/withdraw`;
    expect((await officer.call('POST', path, { reason: '  ' })).body.error.code).toBe('REASON_NEEDED');
    const gone = await officer.call('POST', path, { reason: 'Nhầm hồ sơ' });
    expect(gone.body.withdrawn).toMatchObject({ reason: 'Nhầm hồ sơ' });
    expect((await officer.download(`/procedures/attachments/${file.id}/content`)).status).toBe(200);
    await expect(database.query('delete from procedures.attachments where id = $1', [file.id])).rejects.toThrow(
      'to be kept',
    );
    await expect(
      database.query("update procedures.attachments set sha256 = 'x' where id = $1", [file.id]),
    ).rejects.toThrow('to stay as it is');
    await expect(
      database.query("update procedures.attachment_chunks set content = 'x' where attachment_id = $1", [file.id]),
    ).rejects.toThrow('append-only');
  });

  it('is known to nobody else: not to another tenant, another unit, an administrator or whoever has not signed in', async () => {
    const { body: file } = await officer.upload(toCase(), 'a.pdf', pdf);
    for (const [email, status] of [
      ['van-phong@bach-dang.example', 404],
      ['can-bo@tam-thanh.example', 403],
      ['chu-tich@tam-thanh.example', 403],
      ['quan-tri@tam-thanh.example', 403],
    ] as const) {
      const other = await as(email);
      for (const what of ['content', 'preview']) {
        expect([email, (await other.download(`/procedures/attachments/${file.id}/${what}`)).status]).toEqual([
          email,
          status,
        ]);
      }
      expect((await other.upload(toCase(), 'a.pdf', pdf)).status).toBe(status);
      expect((await other.call('GET', `/procedures/cases/${caseId}/attachments`)).status).toBe(status);
    }
    expect((await anybody().download(`/procedures/attachments/${file.id}/content`)).status).toBe(401);
  });

  it('hides what a protected one is called, but from whoever added it and the head of the unit', async () => {
    const { body: file } = await head.upload(toCase('&visibility=PROTECTED'), 'đơn.pdf', pdf);
    const nameFor = async (reader: Client) => {
      const list = await reader.get(`/procedures/cases/${caseId}/attachments`);
      return list.items.find((one: { id: string }) => one.id === file.id).fileName;
    };
    expect([await nameFor(head), await nameFor(officer)]).toEqual(['đơn.pdf', null]);
    const refused = await officer.download(`/procedures/attachments/${file.id}/content`);
    expect([refused.status, JSON.parse(refused.bytes.toString()).error.code]).toEqual([403, 'FILE_IS_PROTECTED']);
  });
});

describe('a file that is not taken', () => {
  const refused = async (name: string, bytes: Buffer | AsyncIterable<Uint8Array>) => {
    const before = await database.query('select count(*)::int as n from procedures.attachments');
    const answer = await officer.upload(toCase(), name, bytes);
    const after = await database.query('select count(*)::int as n from procedures.attachments');
    expect(after.rows[0].n).toBe(before.rows[0].n);
    expect(answer.body.error.vi).toMatch(/\. /);
    return [answer.status, answer.body.error.code];
  };

  it('is one of 100 MB, whether it says so before or not', async () => {
    async function* zeros() {
      for (let mb = 0; mb < 100; mb += 1) yield Buffer.alloc(1024 * 1024);
    }
    expect(await refused('lớn.pdf', zeros())).toEqual([413, 'FILE_TOO_LARGE']);
    expect(await refused('lớn.pdf', Buffer.alloc(100 * 1024 * 1024))).toEqual([413, 'FILE_TOO_LARGE']);
  });

  it('is one of another kind than its name says, a page, a virus, an empty one', async () => {
    expect(await refused('a.jpg', pdf)).toEqual([415, 'FILE_CONTENT_NOT_AS_NAMED']);
    expect(await refused('a.html', Buffer.from('<script>'))).toEqual([415, 'FILE_KIND_NOT_TAKEN']);
    expect(await refused('a.svg', Buffer.from('<svg onload="x"/>'))).toEqual([415, 'FILE_KIND_NOT_TAKEN']);
    expect(await refused('a.txt', eicar)).toEqual([422, 'FILE_INFECTED']);
    expect(await refused('a.docx', docx({ 'word/media/x.bin': eicar }))).toEqual([422, 'FILE_INFECTED']);
    expect(await refused('a.txt', Buffer.alloc(0))).toEqual([400, 'FILE_EMPTY']);
  });

  it('is one without a place, or one that is not streamed', async () => {
    const nowhere = await officer.upload('/procedures/attachments', 'a.pdf', pdf);
    expect(nowhere.body.error.code).toBe('ATTACHMENT_PLACE_NEEDED');
    const json = await officer.call('POST', toCase(), { file: 'x' });
    expect([json.status, json.body.error.code]).toEqual([415, 'UPLOAD_NOT_STREAMED']);
  });
});

describe('a file of an entry that is not recorded yet', () => {
  it("is the person's own until the entry is recorded, then part of the case", async () => {
    const clientId = randomUUID();
    const added = await officer.upload(`/procedures/attachments?clientId=${clientId}`, 'a.pdf', pdf);
    expect(added.body).toMatchObject({ caseId: null });
    expect((await head.download(`/procedures/attachments/${added.body.id}/content`)).status).toBe(404);
    const mine = await officer.get(`/procedures/attachments?clientId=${clientId}`);
    expect(mine.items).toHaveLength(1);
    expect((await head.get(`/procedures/attachments?clientId=${clientId}`)).items).toEqual([]);
    const started = await officer.post('/procedures/cases?wait=10000', {
      packageId: 'vi-du',
      event: 'BAT_DAU',
      values: { record: { title: 'Có tệp', quantity: 2, requestedAt: '2030-01-02T09:00:00+07:00' } },
      clientId,
    });
    const bound = await head.get(`/procedures/cases/${started.caseId}/attachments`);
    expect(bound.items.map((one: { id: string }) => one.id)).toEqual([added.body.id]);
    expect((await officer.get(`/procedures/attachments?clientId=${clientId}`)).items).toEqual([]);
  });

  const entry = (clientId: string) => ({
    packageId: 'vi-du',
    event: 'BAT_DAU',
    values: { record: { title: 'Có tệp', quantity: 2, requestedAt: '2030-01-02T09:00:00+07:00' } },
    clientId,
  });
  const filesOf = async (caseId: string) =>
    (await head.get(`/procedures/cases/${caseId}/attachments`)).items.map((one: { id: string }) => one.id).sort();

  it('goes to the case that the entry has become while the file was on its way, if it is the same person’s', async () => {
    const clientId = randomUUID();
    const { caseId } = await officer.post('/procedures/cases?wait=10000', entry(clientId));
    const late = await officer.upload(`/procedures/attachments?clientId=${clientId}`, 'muộn.pdf', pdf);
    await head.upload(`/procedures/attachments?clientId=${clientId}`, 'của người khác.pdf', pdf);
    expect(await filesOf(caseId)).toEqual([late.body.id]);
  });

  it('goes to the case too when both arrive at the same time', async () => {
    for (let round = 0; round < 8; round += 1) {
      const clientId = randomUUID();
      const [{ caseId }, ...sent] = await Promise.all([
        officer.post('/procedures/cases?wait=10000', entry(clientId)),
        ...['1.pdf', '2.pdf', '3.pdf'].map((name) =>
          officer.upload(`/procedures/attachments?clientId=${clientId}`, name, pdf),
        ),
      ]);
      expect(await filesOf(caseId)).toEqual(sent.map(({ body }) => body.id).sort());
    }
  });
});
