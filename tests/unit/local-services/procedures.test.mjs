// The command as its user meets it: what it says, on which stream, and with which exit code. Nothing is compiled: the cores
// are read from source.
import fs from 'node:fs';
import path from 'node:path';
import JSZip from 'jszip';
import { runProcedures } from '../../../src/local-services/procedures/run-procedures.mjs';
import { progressTo } from '../../../src/local-services/progress.mjs';
import { tempFolder } from './temp-folder.mjs';

jest.mock('../../../src/local-services/build.mjs', () => ({ buildServer: async () => {} }));
jest.mock('../../../src/local-services/procedures/server-module.mjs', () => ({
  serverModule: (name) => require(`../../../src/plugins/procedures/server/src/${name}`),
}));

const EXAMPLE = path.join(__dirname, '../../../bpmn/vi-du');
let root;
beforeEach(() => {
  root = tempFolder();
});
const at = (name) => path.join(root, name);
const write = (name, text) => {
  fs.mkdirSync(path.dirname(at(name)), { recursive: true });
  fs.writeFileSync(at(name), text);
  return at(name);
};
const example = (name, changes = {}) => {
  fs.cpSync(EXAMPLE, at(name), { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const old = fs.readFileSync(at(`${name}/${file}`), 'utf8');
    fs.writeFileSync(at(`${name}/${file}`), change(old));
  }
  return at(name);
};

async function run(...args) {
  const said = { out: '', err: '' };
  const note = (stream) => (text) => {
    said[stream] += text;
    return true;
  };
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation(note('out')),
    jest.spyOn(process.stderr, 'write').mockImplementation(note('err')),
  ];
  try {
    const code = await runProcedures(
      progressTo(() => {}),
      args,
    );
    return { code, ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
const linesOf = ({ out }) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('usage', () => {
  test.each([[[]], [['frob']], [['toString']]])('%j is told how it is done, with exit code 2', async (args) => {
    const { code, out } = await run(...args);
    expect(code).toBe(2);
    expect(out).toContain('Exit codes');
  });
  test('who asks for help gets it with exit code 0', async () => {
    for (const args of [['--help'], ['check', '--help']]) expect((await run(...args)).code).toBe(0);
  });
  test.each([
    ['no files', ['check']],
    ['an unknown option', ['check', '--nope', EXAMPLE]],
    ['a file that is not there', ['check', '/none/of/this']],
    ['a pattern that nothing fits', ['check', '/none/of/*.bpmn']],
    ['a base that is not there', ['check', '--base', '/none/of/this', EXAMPLE]],
    ['one package to compare', ['diff', EXAMPLE]],
    ['three packages to compare', ['diff', EXAMPLE, EXAMPLE, EXAMPLE]],
    ['a revision that git does not know', ['diff', 'git:no-such-revision:bpmn/vi-du', EXAMPLE]],
    ['a revision that is an option', ['diff', 'git:--output=x:bpmn/vi-du', EXAMPLE]],
    ['no target', ['export', EXAMPLE]],
    ['a target that is no zip', ['export', EXAMPLE, '/tmp/x.tar']],
    ['a target in no folder', ['export', EXAMPLE, '/none/of/this/x.zip']],
  ])('%s is a mistake in the words, told on the other stream', async (_, args) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err.trim()).not.toBe('');
    expect(err).not.toMatch(/\n\s+at /);
  });
  test('a file of another kind and a folder without files are mistakes too, not a pass', async () => {
    expect((await run('check', write('x.txt', 'hi'))).code).toBe(2);
    fs.mkdirSync(at('empty'));
    expect((await run('check', at('empty'))).code).toBe(2);
  });
});

describe('check', () => {
  test('a good package is accepted: one line a file', async () => {
    const answer = await run('check', EXAMPLE);
    expect(answer.code).toBe(0);
    const files = fs.readdirSync(EXAMPLE, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    expect(linesOf(answer)).toHaveLength(files.length);
    expect(new Set(linesOf(answer).map((line) => line.verdict))).toEqual(new Set(['accepted']));
  });
  test('packages below a folder are found, and their files are not checked as loose ones', async () => {
    example('a/one');
    write('a/loose.bpmn', '<oops');
    const answer = await run('check', root);
    expect(answer.code).toBe(1);
    expect(linesOf(answer).filter((line) => line.verdict === 'refused')).toMatchObject([{ file: at('a/loose.bpmn') }]);
    expect(linesOf(answer).filter((line) => !line.package)).toHaveLength(1);
  });
  test.each([
    ['cut.bpmn', '<oops', 'xml-syntax'],
    ['empty.bpmn', '', 'xml-empty'],
    ['other.dmn', '<a/>', 'xml-root'],
    ['cut.form', '{"id":', 'form-json'],
    ['bad.zip', 'no zip', 'package-zip-unreadable'],
  ])('%s is refused by one line with the rule', async (name, content, rule) => {
    const answer = await run('check', write(name, content));
    expect(answer.code).toBe(1);
    expect(linesOf(answer)).toMatchObject([{ file: at(name), verdict: 'refused', problems: [{ rule }] }]);
  });
  test('one that cannot be read keeps nobody else from being checked', async () => {
    const answer = await run('check', write('bad.zip', 'no zip'), EXAMPLE);
    expect(answer.code).toBe(1);
    expect(linesOf(answer).filter((line) => line.package === EXAMPLE)).not.toEqual([]);
  });
  test('a pattern that the shell left alone is understood', async () => {
    write('a.bpmn', '<oops');
    write('b.bpmn', '<oops');
    write('c.form', '{}');
    expect(linesOf(await run('check', at('*.bpmn'))).map((line) => path.basename(line.file))).toEqual([
      'a.bpmn',
      'b.bpmn',
    ]);
  });
  test('a broken part of a package is refused in its own line', async () => {
    const answer = await run('check', example('broken', { 'vi-du.bpmn': () => '<oops' }));
    expect(answer.code).toBe(1);
    expect(linesOf(answer).filter((line) => line.verdict === 'refused')).toMatchObject([
      { file: at('broken/vi-du.bpmn') },
    ]);
  });
  test('against itself a package breaks no guardrail; a limit that is raised does', async () => {
    expect((await run('check', '--base', EXAMPLE, EXAMPLE)).code).toBe(0);
    const raised = example('raised', { 'manifest.json': (text) => text.replace('"max": 500', '"max": 900') });
    const answer = await run('check', '--base', EXAMPLE, raised);
    expect(answer.code).toBe(1);
    expect(answer.out).toContain('"rule":"parameter-limit"');
  });
});

describe('diff and export', () => {
  test('the same package has no difference; a change is told in words or as JSON, with exit code 1', async () => {
    expect(await run('diff', EXAMPLE, EXAMPLE)).toMatchObject({ code: 0, out: '' });
    const later = example('later', { 'manifest.json': (text) => text.replace('"max": 500', '"max": 400') });
    const words = await run('diff', EXAMPLE, later);
    expect(words).toMatchObject({ code: 1, out: expect.stringContaining('MAX_PEOPLE') });
    const lines = linesOf(await run('diff', '--json', EXAMPLE, later));
    expect(lines).toMatchObject([{ file: 'manifest.json', kind: 'changed', id: 'parameters/MAX_PEOPLE' }]);
  });
  test('a package that cannot be read is refused in both languages', async () => {
    const broken = example('broken', { 'vi-du.bpmn': () => '<oops' });
    for (const args of [
      ['diff', EXAMPLE, broken],
      ['export', broken, at('x.zip')],
    ]) {
      const { code, err } = await run(...args);
      expect(code).toBe(1);
      expect(err).toMatch(/Tệp vi-du\.bpmn[\s\S]*Expected vi-du\.bpmn/);
    }
    expect(fs.existsSync(at('x.zip'))).toBe(false);
  });
  test('the same content packs to the same bytes, also from its own zip, and is the same package', async () => {
    for (const [from, to] of [
      [EXAMPLE, at('1.zip')],
      [example('copy'), at('2.zip')],
      [at('1.zip'), at('3.zip')],
    ])
      expect((await run('export', from, to)).code).toBe(0);
    const [first, second, third] = [1, 2, 3].map((n) => fs.readFileSync(at(`${n}.zip`)));
    expect(second.equals(first) && third.equals(first)).toBe(true);
    expect((await run('diff', EXAMPLE, at('1.zip'))).code).toBe(0);
    expect((await run('check', at('1.zip'))).code).toBe(0);
  });
  test('a zip of the folder with its name around it is the same package', async () => {
    const zip = new JSZip();
    for (const one of fs.readdirSync(EXAMPLE, { recursive: true, withFileTypes: true })) {
      const file = path.join(one.parentPath, one.name);
      if (one.isFile()) zip.file(`vi-du/${path.relative(EXAMPLE, file)}`, fs.readFileSync(file));
    }
    write('by-hand.zip', await zip.generateAsync({ type: 'nodebuffer' }));
    expect((await run('diff', EXAMPLE, at('by-hand.zip'))).code).toBe(0);
  });
});
