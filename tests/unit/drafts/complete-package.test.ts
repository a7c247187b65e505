import fs from 'node:fs';
import path from 'node:path';
import { completePackage } from '../../../src/plugins/procedures/server/src/drafts/complete-package';
import { readPackageFolder } from '../../../src/plugins/procedures/server/src/packages/read-package';

const folder = path.resolve('bpmn/vi-du');
const example = () =>
  new Map(
    ['manifest.json', 'events.json', 'vi-du.bpmn'].map((name) => [name, fs.readFileSync(path.join(folder, name))]),
  );
const json = (files: Map<string, Buffer>, name: string) => JSON.parse(files.get(name)?.toString() ?? '');
const change = (files: Map<string, Buffer>, from: string, to: string) =>
  files.set('vi-du.bpmn', Buffer.from((files.get('vi-du.bpmn') ?? '').toString().replace(from, to)));

describe('completing a package', () => {
  it('changes nothing of one that is complete', async () => {
    const files = example();
    expect(await completePackage(files, [])).toEqual(files);
  });

  it('gives a drawn task its form, its event and its group', async () => {
    const files = example();
    change(
      files,
      '<bpmn:endEvent',
      '<bpmn:userTask id="dong_dau" name="Đóng dấu"><bpmn:extensionElements><zeebe:assignmentDefinition candidateGroups="UB/van-thu"/><zeebe:properties><zeebe:property name="form" value="xu-ly"/><zeebe:property name="clocks" value="XU_LY_3N"/></zeebe:properties></bpmn:extensionElements></bpmn:userTask><bpmn:endEvent',
    );
    const completed = await completePackage(files, [{ id: 'UB/van-thu', title: 'Văn thư' }]);
    const manifest = json(completed, 'manifest.json');
    expect(manifest.elements.dong_dau).toEqual({
      form: 'xu-ly',
      title: { vi: 'Đóng dấu', en: 'Đóng dấu' },
      clocks: ['XU_LY_3N'],
      differentFrom: null,
    });
    expect(manifest.candidateGroups.at(-1)).toEqual({ id: 'UB/van-thu', title: { vi: 'Văn thư', en: 'Văn thư' } });
    expect(json(completed, 'events.json').events.at(-1)).toMatchObject({
      code: 'DONG_DAU',
      by: [{ kind: 'task', element: 'dong_dau' }],
    });
  });

  it('a step that is renamed in the drawing keeps the English words that somebody gave it', async () => {
    const files = example();
    const before = json(files, 'manifest.json').elements.xu_ly.title;
    expect(before.en).not.toBe(before.vi);
    change(files, `name="${before.vi}"`, 'name="Xếp chỗ ngồi"');
    const completed = await completePackage(files, []);
    expect(json(completed, 'manifest.json').elements.xu_ly.title).toEqual({ vi: 'Xếp chỗ ngồi', en: before.en });
  });

  it('a title that says more than the drawing stays, until the step is renamed there', async () => {
    const files = example();
    const manifest = json(files, 'manifest.json');
    manifest.elements.xu_ly.title.vi = 'Xếp phòng cho cuộc họp';
    files.set('manifest.json', Buffer.from(JSON.stringify(manifest)));
    const inForce = await readPackageFolder(folder);
    const titleNow = async () =>
      json(await completePackage(files, [], inForce), 'manifest.json').elements.xu_ly.title.vi;
    expect(await titleNow()).toBe('Xếp phòng cho cuộc họp');
    change(files, 'name="Xếp phòng"', 'name="Xếp chỗ ngồi"');
    expect(await titleNow()).toBe('Xếp chỗ ngồi');
  });

  it('takes out what points to a task that is gone', async () => {
    const files = example();
    change(files, '<bpmn:userTask id="xu_ly"', '<bpmn:manualTask id="xu_ly"');
    change(
      files,
      '</bpmn:userTask>\n    <bpmn:sequenceFlow id="den_ket_thuc"',
      '</bpmn:manualTask>\n    <bpmn:sequenceFlow id="den_ket_thuc"',
    );
    const completed = await completePackage(files, []);
    expect(Object.keys(json(completed, 'manifest.json').elements)).toEqual(['tiep_nhan', 'ket_thuc']);
    const codes = json(completed, 'events.json').events.map((event: { code: string }) => event.code);
    expect(codes).toEqual(['BAT_DAU', 'TIEP_NHAN', 'KET_THUC']);
  });

  it.each(['vi-du.bpmn', 'manifest.json', 'events.json'])(
    'leaves everything as it is when %s cannot be read',
    async (name) => {
      const files = example().set(name, Buffer.from('<{'));
      expect(await completePackage(files, [])).toEqual(files);
    },
  );
});
