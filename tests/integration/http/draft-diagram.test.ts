// The drawing of a draft over HTTP: as the main model without knowing its name, and as a PDF on paper.
import { PDFDocument } from 'pdf-lib';
import { as, type Client } from '../../support/running-app';

let administrator: Client;
let draft: string;
const diagram = (query = '') => `/procedures/drafts/${draft}/diagram${query}`;

beforeAll(async () => {
  administrator = await as('quan-tri@tam-thanh.example');
  draft = (await administrator.post('/procedures/packages/nguon-tin/drafts', {})).id;
});
afterAll(() => administrator.call('DELETE', `/procedures/drafts/${draft}`));

it('is answered without a name when it is the main model', async () => {
  const unnamed = await administrator.get(`/procedures/drafts/${draft}/file`);
  expect(unnamed.path).toBe('nguon-tin.bpmn');
  expect(unnamed).toEqual(await administrator.get(`/procedures/drafts/${draft}/file?path=nguon-tin.bpmn`));
});

it('goes to paper: whole on A3, then in parts, as letters and lines', async () => {
  const { status, headers, bytes } = await administrator.download(diagram());
  expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(headers.get('content-disposition')).toContain('nguon-tin-nguon-tin.pdf');
  const pages = (await PDFDocument.load(bytes)).getPages();
  expect(pages.length).toBeGreaterThan(1);
  // 420 × 297 mm
  for (const page of pages) {
    expect(page.getWidth()).toBeCloseTo(1190.5, -1);
    expect(page.getHeight()).toBeCloseTo(842, -1);
  }
  // The letters are in it, and no picture stands for them.
  const content = bytes.toString('latin1');
  expect(content).toContain('/FontFile2');
  expect(content).not.toContain('/Subtype /Image');
});

it('is small on small paper', async () => {
  const { id } = await administrator.post('/procedures/packages/vi-du/drafts', {});
  const { bytes } = await administrator.download(`/procedures/drafts/${id}/diagram?path=vi-du.bpmn`);
  const [page, ...others] = (await PDFDocument.load(bytes)).getPages();
  expect(others).toEqual([]);
  expect(page?.getWidth()).toBeCloseTo(842, -1);
  await administrator.call('DELETE', `/procedures/drafts/${id}`);
});

it.each(['?path=phan-loai.dmn', '?path=manifest.json', '?path=khong-co.bpmn', '?path=../../etc/passwd'])(
  'is not there for what is no drawing of the draft: %s',
  async (query) => {
    expect((await administrator.call('GET', diagram(query))).status).toBe(404);
  },
);

it('that cannot be opened is said so, and does not stop the next', async () => {
  const { text, revision } = await administrator.get(`/procedures/drafts/${draft}/file`);
  const save = (content: string, at: number) =>
    administrator.call('PUT', `/procedures/drafts/${draft}/file`, {
      path: 'nguon-tin.bpmn',
      revision: at,
      text: content,
    });
  await save(text.slice(0, 900), revision);
  const { status, body } = await administrator.call('GET', diagram());
  expect([status, body.error.code]).toEqual([422, 'DIAGRAM_UNREADABLE']);
  await save(text, revision + 1);
  expect((await administrator.download(diagram())).status).toBe(200);
});

it('is nobody else’s: staff are refused, another tenant learns nothing', async () => {
  expect((await (await as('can-bo@tam-thanh.example')).call('GET', diagram())).status).toBe(403);
  expect((await (await as('quan-tri@bach-dang.example')).call('GET', diagram())).status).toBe(404);
});
