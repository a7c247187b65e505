// Which names a decision can read: told on the ward's own tables, and on one that nobody asks.
import path from 'node:path';
import { decisionNames } from '../../../src/plugins/procedures/server/src/decisions/decision-names';
import {
  type ReadPackage,
  readPackage,
  readPackageFolder,
} from '../../../src/plugins/procedures/server/src/packages/read-package';
import { exampleFiles } from '../packages/example-package';
import { SMALL } from './small-table';

let ward: ReadPackage;
beforeAll(async () => {
  ward = await readPackageFolder(path.join(__dirname, '../../../bpmn/nguon-tin'));
});
const of = (id: string) => {
  const found = decisionNames(ward, 'phan-loai.dmn').find((one) => one.id === id);
  if (!found) throw new Error(`Expected decision ${id}, but there is none`);
  return found;
};
const variable = (id: string, name: string) => of(id).variables.find((one) => one.name === name);

test('a decision is asked by the steps of the drawing that call it, and by those that call what needs it', () => {
  expect(of('de_xuat_phan_loai').callers).toEqual(
    expect.arrayContaining([{ element: 'de_xuat', title: 'Đề xuất phân loại' }]),
  );
  expect(of('can_cu_khan').callers.map(({ element }) => element)).toContain('de_xuat');
  expect(of('duong_xu_ly').callers.map(({ element }) => element)).toEqual(
    expect.arrayContaining(['he_qua', 'he_qua_lai']),
  );
  expect(of('he_qua_phan_loai').callers.map(({ element }) => element)).not.toContain('de_xuat');
});

test('what an act decides is asked at its step, with the answers of the form of that step', () => {
  const { callers } = of('kiem_tra_phan_loai');
  expect(callers.map(({ element }) => element)).toContain('phan_loai');
  expect(variable('kiem_tra_phan_loai', 'classification')).toMatchObject({ unset: false, origin: 'FORM' });
});

test('names come once, with what is known of them; what no way here has set is said to be unset', () => {
  const { variables } = of('de_xuat_phan_loai');
  const names = variables.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(variable('de_xuat_phan_loai', 'kind')?.options.map(({ value }) => value)).toContain('TO_GIAC');
  expect(variable('de_xuat_phan_loai', 'flagrant')).toMatchObject({ type: 'boolean' });
  expect(variable('duong_xu_ly', 'classification')).toMatchObject({ unset: false });
});

test('results of the decisions that it needs are names of their own, with what they are made of', () => {
  expect(of('can_cu_khan').required).toEqual([]);
  const [urgent] = of('de_xuat_phan_loai').required;
  expect(urgent).toMatchObject({ name: 'can_cu_khan', origin: 'DECISION', type: 'context', unset: false });
  expect(urgent?.entries.map(({ name }) => name)).toEqual(['urgent', 'vi']);
});

test('for a decision that nobody asks there is what is in every case', async () => {
  const read = await readPackage(exampleFiles({ 'phong.dmn': SMALL }));
  const [muc, ketQua] = decisionNames(read, 'phong.dmn');
  expect([muc?.callers, ketQua?.callers]).toEqual([[], []]);
  expect(muc?.variables.map(({ name }) => name)).toContain('quantity');
  expect(ketQua?.required.map(({ name, title }) => [name, title?.vi])).toEqual([['muc', 'Mức phòng']]);
});

test('of a file that is no table, or is not there, there is nothing to say', () => {
  expect(decisionNames(ward, 'khong-co.dmn')).toEqual([]);
  expect(decisionNames(ward, 'nguon-tin.bpmn')).toEqual([]);
});
