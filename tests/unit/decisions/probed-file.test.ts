// The file that the engine for trials gets: ids of its own, and beside each table one whose rules are the other's cells.
import { decisionsOf } from '../../../src/plugins/procedures/server/src/decisions/decision-file';
import { probedFile } from '../../../src/plugins/procedures/server/src/decisions/probed-file';
import { checkFile } from '../../../src/plugins/procedures/server/src/packages/loose/check-file';
import { readModel } from '../../../src/plugins/procedures/server/src/packages/model-xml';
import { withRequired } from '../../../src/plugins/procedures/shared/with-required';
import { decision, dmn } from '../packages/bpmn-text';
import { rule, SMALL, table } from './small-table';

const probed = (xml: string) => probedFile('a.dmn', Buffer.from(xml));
const deployedOf = async (xml: string) => {
  const file = await probed(xml);
  return { file, decisions: decisionsOf(await readModel('dmn', 'deployed.dmn', file.content)) };
};

test('it is a file that the engine takes, with each decision under an id of this content alone', async () => {
  const { file, decisions } = await deployedOf(SMALL);
  expect((await checkFile('dmn', file.content)).problems.filter(({ source }) => source === 'engine')).toEqual([]);
  const ids = decisions.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([file.deployed('muc'), file.deployed('ket_qua')]));
  expect(new Set(ids).size).toBe(4);
  expect(file.plain(`decision '${file.deployed('ket_qua')}' failed`)).toBe("decision 'ket_qua' failed");
  const other = await probed(SMALL.replace('"B"', '"D"'));
  expect(other.deployed('muc')).not.toBe(file.deployed('muc'));
  expect((await probed(SMALL)).deployed('muc')).toBe(file.deployed('muc'));
});

test('what a decision needs keeps the name by which it is read', async () => {
  const { file, decisions } = await deployedOf(SMALL);
  const muc = decisions.find(({ id }) => id === file.deployed('muc'));
  expect(muc?.knownAs).toBe('muc');
  expect(decisions.find(({ id }) => id === file.deployed('ket_qua'))?.requires).toEqual([file.deployed('muc')]);
  expect(decisions.find(({ id }) => id === file.probe('ket_qua'))?.requires).toEqual([file.deployed('muc')]);
});

test('each written cell is a rule that looks at its column only, and every rule that holds is told', async () => {
  const { file, decisions } = await deployedOf(SMALL);
  const probe = decisions.find(({ id }) => id === file.probe('ket_qua'))?.table;
  expect(probe?.hitPolicy).toBe('COLLECT');
  // Over a column without an id the engine breaks off.
  expect([...(probe?.inputs ?? []), ...(probe?.outputs ?? [])].every(({ id }) => id !== '')).toBe(true);
  expect(probe?.inputs.map(({ expression }) => expression)).toEqual(['muc', 'unit']);
  expect(probe?.rules.map(({ id, cells }) => [id, ...cells.map(({ text }) => text)])).toEqual([
    [file.probeRule('ket_qua', 0, 0), '"lớn"', '-'],
    [file.probeRule('ket_qua', 0, 1), '-', '"VP"'],
    [file.probeRule('ket_qua', 1, 0), '"nhỏ"', '-'],
    [file.probeRule('ket_qua', 2, 0), 'lớn', '-'],
    [file.probeRule('ket_qua', 2, 1), '-', '"KT"'],
  ]);
});

test('an expression has no cells, nor has a table where anything goes; a vast table is not told cell by cell', async () => {
  const anything = table('a', 'A', { inputs: [['X', 'x']], outputs: ['o'], rules: rule('r', '', ['-'], ['"1"']) });
  const rules = Array.from({ length: 2_001 }, (_, at) => rule(`r${at}`, '', [`${at}`], ['"1"'])).join('');
  const vast = table('vast', 'Vast', { inputs: [['X', 'x']], outputs: ['o'], rules });
  const file = await probed(dmn(decision('ket_qua', '1 + 1') + anything + vast));
  expect(['ket_qua', 'a', 'vast', 'nothing'].map((id) => file.probe(id))).toEqual([null, null, null, null]);
});

test('all that a decision needs is known, the nearest first, also where they need each other', async () => {
  const needs = dmn(
    decision('a', 'b', 'b') + decision('b', 'c', 'c') + decision('c', 'b', 'b') + decision('ket_qua', '1'),
  );
  const all = decisionsOf(await readModel('dmn', 'a.dmn', Buffer.from(needs)));
  expect(withRequired(all, 'a').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(withRequired(all, 'nothing')).toEqual([]);
});
