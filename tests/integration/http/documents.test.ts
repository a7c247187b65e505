// Documents over HTTP: drawn up, issued with consecutive numbers, printed, bound into a file; templates judged.
import { PDFDocument } from 'pdf-lib';
import PizZip from 'pizzip';
import { startByApi } from '../../browser/support/a-report';
import { as, type Client, runningApp, until } from '../../support/running-app';
import { aDocx, textOf } from '../../unit/docx/a-docx';

const WARD = 'bach-dang';
const person = (name: string) => as(`${name}@${WARD}.example`);

interface Bytes {
  status: number;
  type: string;
  content: Buffer;
}
/** The bytes that a route answers with: the shared client reads text only. */
async function bytes(client: Client, path: string, init: RequestInit = {}): Promise<Bytes> {
  const token = (client as unknown as { token: string }).token;
  const answer = await fetch(`${runningApp().baseUrl}/procedures${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}` },
  });
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    content: Buffer.from(await answer.arrayBuffer()),
  };
}
const json = (answer: Bytes) => JSON.parse(answer.content.toString('utf8'));
const draw = async (client: Client, caseId: string, documentId: string): Promise<string> =>
  (await client.post(`/procedures/cases/${caseId}/documents`, { documentId })).id;
const list = (client: Client, caseId: string) => client.get(`/procedures/cases/${caseId}/documents`);
const issue = async (client: Client, caseId: string, id: string) => {
  const { signers } = await list(client, caseId);
  return client.call('POST', `/procedures/documents/${id}/issue`, { signerId: signers[0].personId, actingFor: null });
};

let duty: Client;
let report: Awaited<ReturnType<typeof startByApi>>;
beforeAll(async () => {
  duty = await person('truc-ban');
  report = await startByApi(WARD, 'BD-D29');
});

describe('a document of a case', () => {
  it('is offered after its event, drawn up with the case’s data and drawn up again', async () => {
    const before = await list(duty, report.caseId);
    const offered = before.offered.map((one: { documentId: string }) => one.documentId);
    expect(offered).toEqual(expect.arrayContaining(['bien-ban-tiep-nhan', 'giay-bien-nhan']));
    expect(offered).not.toContain('thong-bao-ket-qua-giai-quyet');
    expect(before.offered[0].confirmation.state).toBe('UNCONFIRMED');

    const id = await draw(duty, report.caseId, 'giay-bien-nhan');
    expect(await draw(duty, report.caseId, 'giay-bien-nhan')).toBe(id);
    const docx = await bytes(duty, `/documents/${id}/docx`);
    expect(docx.type).toContain('wordprocessingml');
    const text = textOf(docx.content).join('\n');
    expect(text).toContain('CÔNG AN PHƯỜNG BẠCH ĐẰNG');
    expect(text).toContain(report.receiptCode);
    // The source asked to be kept secret: somebody is there, and nothing says who.
    expect(text).toContain('Người được bảo vệ 1');
    expect(text).toContain('(danh tính được bảo vệ)');
    expect(text).not.toContain('Mười Lăm');
    expect(text).not.toMatch(/undefined|\{|\}/);
  });

  it('is refused before its event', async () => {
    const answer = await duty.call('POST', `/procedures/cases/${report.caseId}/documents`, {
      documentId: 'bien-ban-huong-dan',
    });
    expect([answer.status, answer.body.error.code]).toEqual([409, 'DOCUMENT_NOT_OFFERED']);
  });

  it('is issued once, keeps its number and bytes, and is replaced only by another with a reason', async () => {
    const id = await draw(duty, report.caseId, 'giay-bien-nhan');
    const [first, second] = await Promise.all([issue(duty, report.caseId, id), issue(duty, report.caseId, id)]);
    const issued = first.status === 200 ? first : second;
    expect([first.status, second.status].sort()).toEqual([200, 409]);
    expect(issued.body.number).toMatch(/^\d{2,}\/BN-CAP$/);
    const before = (await bytes(duty, `/documents/${id}/docx`)).content;
    expect(textOf(before).join('\n')).toContain(`Số: ${issued.body.number}`);
    expect((await duty.call('DELETE', `/procedures/documents/${id}`)).status).toBe(409);

    expect((await duty.call('POST', `/procedures/documents/${id}/supersede`, { reason: '' })).status).toBe(422);
    const next = await duty.post(`/procedures/documents/${id}/supersede`, { reason: 'Sai nội dung tài liệu kèm theo' });
    expect((await issue(duty, report.caseId, next.id)).status).toBe(200);
    expect((await bytes(duty, `/documents/${id}/docx`)).content.equals(before)).toBe(true);
    const { documents } = await list(duty, report.caseId);
    expect(documents.find((one: { id: string }) => one.id === id)).toMatchObject({
      state: 'SUPERSEDED',
      number: issued.body.number,
      supersededBy: next.id,
    });
  });

  it('is refused without a signer who holds a position there', async () => {
    const id = await draw(duty, report.caseId, 'bien-ban-giao-nhan');
    const answer = await duty.call('POST', `/procedures/documents/${id}/issue`, { signerId: 'nobody' });
    expect([answer.status, answer.body.error.code]).toEqual([422, 'SIGNER_UNKNOWN']);
    expect((await duty.call('DELETE', `/procedures/documents/${id}`)).status).toBe(200);
  });

  it('gets the next number also when twenty are issued at once: none twice, none left out', async () => {
    const reports = await Promise.all(Array.from({ length: 20 }, () => startByApi(WARD, 'BD-D29')));
    for (const one of reports) {
      await until(
        async () => ((await list(duty, one.caseId)).offered.length > 0 ? true : null),
        'the intake to be recorded',
      );
    }
    const ids = await Promise.all(reports.map((one) => draw(duty, one.caseId, 'bien-ban-tiep-nhan')));
    const { signers } = await list(duty, reports[0].caseId);
    const answers = await Promise.all(
      ids.map((id) => duty.call('POST', `/procedures/documents/${id}/issue`, { signerId: signers[0].personId })),
    );
    expect(answers.map((one) => one.status)).toEqual(Array.from({ length: 20 }, () => 200));
    const numbers = answers.map((one) => Number.parseInt(one.body.number, 10)).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_one, index) => numbers[0] + index));
  }, 180_000);

  it('is nobody’s but those who work on the case', async () => {
    const id = await draw(duty, report.caseId, 'bien-ban-tiep-nhan');
    for (const path of [`/documents/${id}/docx`, `/documents/${id}/pdf`, `/cases/${report.caseId}/dossier`]) {
      expect((await bytes(await as('truc-ban@tam-thanh.example'), path)).status).toBe(404);
      expect((await bytes(await person('chu-tich'), path)).status).toBe(403);
      expect((await bytes(await person('quan-tri'), path)).status).toBe(403);
    }
  });
});

describe('a PDF', () => {
  it('shows the document, and the whole file with its contents and numbered pages', async () => {
    const id = await draw(duty, report.caseId, 'bien-ban-tiep-nhan');
    const pdf = await bytes(duty, `/documents/${id}/pdf`);
    expect(pdf.type).toBe('application/pdf');
    expect((await PDFDocument.load(pdf.content)).getPageCount()).toBeGreaterThan(0);
    const dossier = await bytes(duty, `/cases/${report.caseId}/dossier`);
    expect(dossier.status).toBe(200);
    // Cover, record, timeline, terms, and the two receipts that were issued above.
    expect((await PDFDocument.load(dossier.content)).getPageCount()).toBeGreaterThanOrEqual(6);
    const audit = await (await person('kiem-tra')).get('/procedures/audit?pageSize=200');
    const actions = audit.items.map((one: { action: string }) => one.action);
    expect(actions).toEqual(expect.arrayContaining(['dossier.export', 'document.issue', 'document.read']));
  }, 180_000);
});

describe('the library of templates', () => {
  const upload = (client: Client, file: Buffer | null, fields: Record<string, string> = {}) => {
    const body = new FormData();
    if (file) body.set('file', new Blob([new Uint8Array(file)]), 'mau.docx');
    const all = { effectiveFrom: '2030-01-01', note: 'Theo thông tư mới', ...fields };
    for (const [name, value] of Object.entries(all)) body.set(name, value);
    return bytes(client, '/templates/nguon-tin/giay-bien-nhan/versions', { method: 'POST', body });
  };
  const versions = async (client: Client) =>
    (await client.get('/procedures/templates')).items.find(
      (one: { documentId: string }) => one.documentId === 'giay-bien-nhan',
    ).versions;

  it('refuses a file that is not a safe Word file, says where, and changes nothing', async () => {
    const admin = await person('quan-tri');
    const before = await versions(admin);
    const macro = await upload(admin, aDocx(['{noiDung}'], { 'word/vbaProject.bin': 'x' }));
    const unknown = await upload(admin, aDocx(['Kính gửi {khongCo}']));
    expect([macro.status, unknown.status]).toEqual([422, 422]);
    expect(json(macro).error.vi).toContain('macro');
    expect(json(unknown).error.detail.problems[0].vi).toContain('gần "Kính gửi {khongCo}"');
    expect(json(await upload(admin, null)).error.detail.problems[0].path).toBe('file');
    expect((await upload(admin, aDocx(['x']), { effectiveFrom: '31/12/2026' })).status).toBe(422);
    expect(await versions(admin)).toEqual(before);
    expect((await upload(duty, aDocx(['{noiDung}']))).status).toBe(403);
  });

  it('takes a new version for a later day, and uses the old one until then', async () => {
    const admin = await person('quan-tri');
    const taken = await upload(admin, aDocx(['MẪU MỚI {noiDung}']), {
      effectiveFrom: '2099-01-01',
      formNumber: '214a',
    });
    expect(taken.status).toBe(201);
    const { version } = json(taken);
    const known = await versions(admin);
    expect(known.find((one: { version: number }) => one.version === version)).toMatchObject({
      formNumber: '214a',
      inForce: false,
    });
    const kept = await bytes(admin, `/templates/nguon-tin/giay-bien-nhan/versions/${version}`);
    expect(textOf(kept.content)).toEqual(['MẪU MỚI {noiDung}']);
    const id = await draw(duty, report.caseId, 'giay-bien-nhan');
    expect(textOf((await bytes(duty, `/documents/${id}/docx`)).content).join()).not.toContain('MẪU MỚI');
  });

  it('gives a blank form with the letterhead and dotted lines', async () => {
    const blank = await bytes(duty, '/templates/nguon-tin/bien-ban-tiep-nhan/blank');
    const text = textOf(blank.content).join('\n');
    expect(text).toContain('CÔNG AN PHƯỜNG BẠCH ĐẰNG');
    expect(text).toContain('…… giờ …… phút, ngày …… tháng …… năm ………');
    const sample = await bytes(duty, '/templates/nguon-tin/bien-ban-tiep-nhan/versions/0?sample=1');
    expect(new PizZip(sample.content).file('word/document.xml')?.asText()).toContain('Trần Thị Ví Dụ');
  });

  it('lets the administrator say what stands at the head and how numbers read, and nobody else', async () => {
    const admin = await person('quan-tri');
    const head = { superior: 'CƠ QUAN TRÊN', issuer: 'VĂN PHÒNG MẪU', place: 'Bạch Đằng', symbol: 'VP' };
    const put = await admin.call('PUT', '/procedures/letterheads/VP', head);
    expect([put.status, put.body.issuer, put.body.assumed]).toEqual([200, 'VĂN PHÒNG MẪU', false]);
    expect((await admin.call('PUT', '/procedures/letterheads/VP', { ...head, issuer: '' })).status).toBe(422);
    expect((await duty.call('PUT', '/procedures/letterheads/VP', head)).status).toBe(403);
    expect((await admin.call('PUT', '/procedures/document-series/thong-bao', { format: 'TB-{symbol}' })).status).toBe(
      422,
    );
    expect(
      (await admin.call('PUT', '/procedures/document-series/thong-bao', { format: '{n}/TB-{symbol}' })).status,
    ).toBe(200);
  });
});
