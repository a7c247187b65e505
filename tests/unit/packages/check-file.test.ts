// Loose files of every kind of badness: always a verdict with a place, never a throw.
import { checkFile } from '../../../src/plugins/procedures/server/src/packages/loose/check-file';
import { around, bpmn, decision, dmn, userTask } from './bpmn-text';

const good = bpmn(around('x', userTask('x')));
const rulesOf = async (kind: 'bpmn' | 'dmn' | 'form', content: string | Buffer) => {
  const { problems } = await checkFile(kind, Buffer.from(content));
  for (const one of problems) expect(one.line).toBeGreaterThan(0);
  return problems.map((one) => one.rule);
};
const declared = (encoding: string) =>
  `<?xml version="1.0" encoding="${encoding}"?>${good.replace(/^<\?xml[^>]*>\s*/, '')}`;

test('a good model is accepted in every encoding that it declares', async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(declared('UTF-16'), 'utf16le')]);
  for (const content of [good, `\uFEFF${declared('UTF-8')}`, Buffer.from(declared('ISO-8859-1'), 'latin1'), utf16]) {
    expect(await rulesOf('bpmn', content)).toEqual([]);
  }
});

const BOMB = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
test.each([
  ['an empty file', '', 'xml-empty'],
  ['no XML at all', 'hello', 'xml-syntax'],
  ['a truncated file', good.slice(0, good.lastIndexOf('</')), 'xml-truncated'],
  ['entities that grow', BOMB + declared('UTF-8').replace(/^<\?xml[^>]*>/, ''), 'xml-doctype'],
  ['an external entity', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>', 'xml-doctype'],
  ['latin-1 that says UTF-8', Buffer.from(good.replace('id="x"', 'id="x" name="é"'), 'latin1'), 'xml-encoding'],
  ['an unknown encoding', declared('foo'), 'xml-encoding'],
  ['a foreign root', '<html/>', 'xml-root'],
  ['an attribute of no namespace', good.replace('isExecutable', 'foo="1" isExecutable'), 'xml-attribute'],
  ['an element that BPMN lacks', good.replace('</bpmn:process>', '<bpmn:nonsense /></bpmn:process>'), 'xml-order'],
  ['an id that is none', good.replace('id="x"', 'id="1 x"'), 'xml-value'],
  [
    'a native user task',
    good.replace('<bpmn:extensionElements>', '<bpmn:extensionElements><zeebe:userTask />'),
    'native-user-task',
  ],
])('%s is refused', async (_, content, rule) => {
  expect(await rulesOf('bpmn', content)).toContain(rule);
});

test('elements nested without end and five megabytes are refused in a moment', async () => {
  const deep = good.replace(
    '</bpmn:process>',
    `${'<bpmn:subProcess>'.repeat(5000)}${'</bpmn:subProcess>'.repeat(5000)}</bpmn:process>`,
  );
  expect(await rulesOf('bpmn', deep)).toEqual(['xml-depth']);
  expect(await rulesOf('bpmn', `${good}<!-- ${'x'.repeat(5 * 1024 * 1024)} -->`)).toEqual(['file-size']);
});

test('a problem names its line and column', async () => {
  const { problems } = await checkFile('bpmn', Buffer.from('<a>\n  <b></c>\n</a>'));
  expect(problems).toMatchObject([{ rule: 'xml-syntax', line: 2, column: 6 }]);
});

test('a function that the engine lacks is refused though the engine would take it', async () => {
  const verdict = await checkFile('dmn', Buffer.from(dmn(decision('a', 'trim(x)'))));
  expect(verdict).toMatchObject({ verdict: 'refused', engine: 'accepted', problems: [{ rule: 'feel-function' }] });
  expect(await rulesOf('dmn', dmn(decision('a', 'string length(x)')))).toEqual([]);
});

test.each([
  ['bad FEEL', dmn(decision('a', '1 +')), 'feel-syntax'],
  ['a circle', dmn(decision('a', 'b', 'b') + decision('b', 'a', 'a')), 'dmn-circle'],
  ['a BPMN model', good, 'xml-root'],
])('a decision file with %s is refused', async (_, content, rule) => {
  expect(await rulesOf('dmn', content)).toContain(rule);
});

test.each([
  ['no JSON', '{', 'form-json'],
  ['bytes of no encoding', Buffer.from('{"id":"\xff"}', 'latin1'), 'form-json'],
  ['something behind it', '{"id":"f","components":[]} {}', 'form-rest'],
  ['a list', '[]', 'form-shape'],
  ['no id', '{"components":[]}', 'form-id'],
  ['a script', '{"id":"f","components":[{"type":"html","id":"h","content":"<script>x()</script>"}]}', 'form-script'],
  ['a component twice', '{"id":"f","components":[{"type":"text","id":"h"},{"type":"text","id":"h"}]}', 'form-id-twice'],
])('a form with %s is refused', async (_, content, rule) => {
  expect(await rulesOf('form', content)).toEqual([rule]);
});

test('a form in UTF-16 is read, as the engine does', async () => {
  const text = Buffer.from('{"id":"f","components":[]}', 'utf16le');
  expect(await rulesOf('form', text)).toEqual([]);
  expect(await rulesOf('form', Buffer.concat([Buffer.from([0xfe, 0xff]), text.swap16()]))).toEqual([]);
});

test('a plain form is accepted', async () => {
  expect(
    await rulesOf('form', '{"id":"f","schemaVersion":16,"components":[{"type":"textfield","id":"a","key":"a"}]}'),
  ).toEqual([]);
});

test('ids of letters beyond ASCII are read as the engine reads them, and told by their own names', async () => {
  const named = good.replaceAll('"x"', '"xử_lý"').replaceAll('start_x', 'đến.xử-lý');
  expect(await checkFile('bpmn', Buffer.from(named))).toMatchObject({ verdict: 'accepted', problems: [] });
  const declaredOtherwise = named.replace('encoding="UTF-8"', 'encoding="UTF-16"');
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(declaredOtherwise, 'utf16le')]);
  expect(await rulesOf('bpmn', utf16)).toEqual([]);
  const wrong = named.replace('candidateGroups="VP/can-bo"', 'candidateGroups="=a +"');
  expect(await checkFile('bpmn', Buffer.from(wrong))).toMatchObject({
    engine: 'refused',
    problems: [{ rule: 'feel-syntax', element: 'xử_lý', line: 4 }],
  });
});
