import fs from 'node:fs';
import path from 'node:path';
import { completePackage } from '../../../src/plugins/procedures/server/src/drafts/complete-package';
import { checkPackage } from '../../../src/plugins/procedures/server/src/packages/check-package';
import { readPackage } from '../../../src/plugins/procedures/server/src/packages/read-package';

const folder = path.resolve('bpmn/vi-du');
const NAMES = fs.readdirSync(folder).filter((name) => /\.(json|bpmn|form)$/.test(name));

/** The example with `drawn` in its process, and with building blocks. */
function example(drawn: string, more: Record<string, string> = {}): Map<string, Buffer> {
  const files = new Map(NAMES.map((name) => [name, fs.readFileSync(path.join(folder, name))]));
  const model = files.get('vi-du.bpmn')?.toString() ?? '';
  files.set('vi-du.bpmn', Buffer.from(model.replace('<bpmn:endEvent', `${drawn}<bpmn:endEvent`)));
  for (const [name, text] of Object.entries(more)) files.set(name, Buffer.from(text));
  return files;
}
const json = (files: Map<string, Buffer>, name: string) => JSON.parse(files.get(name)?.toString() ?? '');
const properties = (all: Record<string, string>) =>
  `<zeebe:properties>${Object.entries(all)
    .map(([name, value]) => `<zeebe:property name="${name}" value="${value.replaceAll('"', '&quot;')}" />`)
    .join('')}</zeebe:properties>`;
const task = (all: Record<string, string>) =>
  `<bpmn:userTask id="duyet" name="Duyệt"><bpmn:extensionElements><zeebe:assignmentDefinition candidateGroups="VP/can-bo" />${properties(all)}</bpmn:extensionElements></bpmn:userTask>`;
const wait = (all: Record<string, string>) =>
  `<bpmn:intermediateCatchEvent id="cho_tra_loi" name="Chờ trả lời"><bpmn:extensionElements>${properties(all)}</bpmn:extensionElements><bpmn:messageEventDefinition id="d" messageRef="m" /></bpmn:intermediateCatchEvent>`;
const withMessage = (files: Map<string, Buffer>) =>
  files.set(
    'vi-du.bpmn',
    Buffer.from(
      (files.get('vi-du.bpmn')?.toString() ?? '').replace(
        '</bpmn:process>',
        '</bpmn:process><bpmn:message id="m" name="cho-tra-loi" />',
      ),
    ),
  );
const FORM = JSON.stringify({
  id: 'duyet',
  type: 'default',
  components: [
    { type: 'radio', key: 'task.approval', label: 'Ý kiến', values: [{ label: 'Duyệt', value: 'DUYET' }] },
    { type: 'textfield', key: 'task.who', label: 'Họ tên' },
  ],
});
const DOCUMENT = {
  id: 'bien-ban',
  file: 'documents/a.docx',
  title: { vi: 'Biên bản', en: 'Minutes' },
  confirmation: { state: 'UNCONFIRMED' },
  effectiveFrom: '2026-01-01',
  offered: { events: ['XU_LY'] },
  values: {},
};

describe('what a building block draws', () => {
  it('does what the block says its event does', async () => {
    const blocks = {
      blocks: [
        {
          id: 'duyet',
          title: { vi: 'Duyệt', en: 'Approve' },
          about: { vi: 'Duyệt', en: 'Approve' },
          place: 'flow',
          fields: [],
          elements: [{ type: 'userTask', name: 'Duyệt' }],
          event: { state: 'DA_DUYET', actor: 'VP' },
        },
      ],
    };
    const files = example(task({ form: 'duyet', block: 'duyet' }), {
      'duyet.form': FORM,
      'blocks.json': JSON.stringify(blocks),
    });
    expect(json(await completePackage(files, []), 'events.json').events.at(-1)).toEqual({
      code: 'DUYET',
      title: { vi: 'Duyệt', en: 'Duyệt' },
      by: [{ kind: 'task', element: 'duyet' }],
      state: 'DA_DUYET',
      actor: 'VP',
    });
  });

  it('is an event with a form when it waits for a reply, until the wait is gone', async () => {
    const files = withMessage(example(wait({ form: 'xu-ly' })));
    const completed = await completePackage(files, []);
    expect(json(completed, 'events.json').events.at(-1)).toEqual({
      code: 'CHO_TRA_LOI',
      title: { vi: 'Chờ trả lời', en: 'Chờ trả lời' },
      by: [{ kind: 'message', message: 'cho-tra-loi' }],
      form: 'xu-ly',
    });
    const without = new Map(completed).set('vi-du.bpmn', fs.readFileSync(path.join(folder, 'vi-du.bpmn')));
    const codes = json(await completePackage(without, []), 'events.json').events.map(
      (one: { code: string }) => one.code,
    );
    expect(codes).not.toContain('CHO_TRA_LOI');
  });

  it('makes no event of a wait without a form: a clock, or a wait that somebody drew by hand', async () => {
    const files = withMessage(example(wait({ clocks: 'XU_LY_3N' })));
    expect(await completePackage(files, [])).toEqual(files);
  });
});

describe('the documents of a step', () => {
  const withDocument = (files: Map<string, Buffer>, events: string[] | undefined) => {
    const manifest = json(files, 'manifest.json');
    const offered = events ? { events } : {};
    return files.set(
      'manifest.json',
      Buffer.from(JSON.stringify({ ...manifest, documents: [{ ...DOCUMENT, offered }] })),
    );
  };
  const offeredAfter = async (files: Map<string, Buffer>) =>
    json(await completePackage(files, []), 'manifest.json').documents[0].offered.events;

  it('are offered after it', async () => {
    const files = withDocument(example(task({ form: 'xu-ly', documents: 'bien-ban' })), ['XU_LY']);
    expect(await offeredAfter(files)).toEqual(['XU_LY', 'DUYET']);
  });
  it('are taken from it again when none is chosen', async () => {
    const files = withDocument(example(task({ form: 'xu-ly', documents: '' })), ['XU_LY', 'DUYET']);
    expect(await offeredAfter(files)).toEqual(['XU_LY']);
  });
  it('stay offered at any time when they were', async () => {
    const files = withDocument(example(task({ form: 'xu-ly', documents: 'bien-ban' })), undefined);
    expect(await offeredAfter(files)).toBeUndefined();
  });
});

describe('an answer that decides a way', () => {
  const variables = async (from: string) => {
    const given = JSON.stringify({ duyet_approval: from });
    const files = example(task({ form: 'duyet', variables: given }), { 'duyet.form': FORM });
    return json(await completePackage(files, []), 'manifest.json').variables.slice(1);
  };
  it('becomes a variable of the package', async () => {
    expect(await variables('=task.approval')).toEqual([
      { name: 'duyet_approval', type: 'string', from: '=task.approval', title: { vi: 'Ý kiến', en: 'Ý kiến' } },
    ]);
  });
  it.each(['=task.who', '=record.summary', '=task.approval + record.summary', '=task.nothing'])(
    'never does when it may be what somebody typed: %s',
    async (from) => expect(await variables(from)).toEqual([]),
  );
});

test('a second person and a term are taken away again by choosing none', async () => {
  const files = example(task({ form: 'xu-ly', clocks: 'XU_LY_3N', differentFrom: 'xu_ly' }));
  const completed = await completePackage(files, []);
  expect(json(completed, 'manifest.json').elements.duyet).toMatchObject({
    clocks: ['XU_LY_3N'],
    differentFrom: 'xu_ly',
  });
  const model = completed.get('vi-du.bpmn')?.toString() ?? '';
  const cleared = model
    .replace('value="XU_LY_3N"', 'value=""')
    .replace('name="differentFrom" value="xu_ly"', 'name="differentFrom" value=""');
  const again = await completePackage(new Map(completed).set('vi-du.bpmn', Buffer.from(cleared)), []);
  expect(json(again, 'manifest.json').elements.duyet).toMatchObject({ clocks: [], differentFrom: null });
});

describe('building blocks of a package', () => {
  const codes = async (text: string) => {
    const files = example('', { 'blocks.json': text });
    const found = await checkPackage(await readPackage(files));
    return found.filter((one) => one.file === 'blocks.json').map((one) => one.code);
  };
  const block = (more: object) =>
    JSON.stringify({
      blocks: [
        {
          id: 'a',
          title: { vi: 'A', en: 'A' },
          about: { vi: 'A', en: 'A' },
          place: 'flow',
          fields: [],
          elements: [{ type: 'userTask', name: 'A' }],
          ...more,
        },
      ],
    });
  it.each([
    ['{', ['block-unreadable']],
    ['{"blocks":[{"id":"A"}]}', expect.arrayContaining(['schema'])],
    [block({ elements: [{ type: 'userTask', name: '{name}' }] }), ['block-field-unknown']],
    [block({ place: 'attached' }), ['block-place']],
    [block({}), []],
  ])('are checked: %s', async (text, expected) => expect(await codes(text)).toEqual(expected));

  it('of the procedure that wards run are without a fault', async () => {
    const real = path.resolve('bpmn/nguon-tin');
    const text = fs.readFileSync(path.join(real, 'blocks.json'), 'utf8');
    expect(await codes(text)).toEqual([]);
    const ids = JSON.parse(text).blocks.map((one: { id: string }) => one.id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'giao-viec',
        'han-phap-ly',
        'chuyen-ho-so',
        'thong-bao',
        'lap-bien-ban',
        'cho-phan-hoi',
        'goi-quy-trinh',
      ]),
    );
  });
});
