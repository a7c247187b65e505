// Which names exist at an element: told on the ward's own procedure, and on small drawings for what it does not have.
import path from 'node:path';
import { variablesAt } from '../../../src/plugins/procedures/server/src/expressions/variables-at';
import {
  type ReadPackage,
  readPackage,
  readPackageFolder,
} from '../../../src/plugins/procedures/server/src/packages/read-package';
import type { ElementMoment, ElementVariable } from '../../../src/plugins/procedures/shared/expressions-contract';
import { exampleFiles } from '../packages/example-package';

let ward: ReadPackage;
beforeAll(async () => {
  ward = await readPackageFolder(path.join(__dirname, '../../../bpmn/nguon-tin'));
});

const named = (all: ElementVariable[] | null, name: string): ElementVariable | undefined =>
  all?.find((one) => one.name === name);
const steps = (variable: ElementVariable | undefined) => variable?.steps.map(({ id }) => id).sort();

describe('in the procedure of the ward', () => {
  test('every name of the manifest is in every case from its start, with the id of the case, each once', () => {
    for (const element of ['phan_loai', 'bo_sung', 'xac_minh_khan', 'f_gw_duong__gop_khan', 'ra_soat_thang']) {
      const names = variablesAt(ward, element)?.map(({ name }) => name) ?? [];
      expect(names).toEqual(
        expect.arrayContaining(['caseId', ...ward.manifest.variables.map((variable) => variable.name)]),
      );
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('what was asked on the way says at which step; what is asked only later is not set yet', () => {
    const atClassifying = variablesAt(ward, 'phan_loai');
    expect(steps(named(atClassifying, 'kind'))).toEqual(['bat_dau_ban_giao', 'bat_dau_tiep_nhan']);
    expect(named(atClassifying, 'kind')).toMatchObject({
      origin: 'FORM',
      type: 'string',
      unset: false,
      title: { vi: 'Loại nguồn tin khai lúc nhận' },
    });
    expect(named(atClassifying, 'classification')).toMatchObject({ unset: true, steps: [] });
    const behind = variablesAt(ward, 'he_qua');
    expect(named(behind, 'classification')).toMatchObject({ origin: 'FORM', unset: false });
    expect(steps(named(behind, 'classification'))).toEqual(['phan_loai']);
  });

  test('values that a form offers are known', () => {
    const kind = named(variablesAt(ward, 'phan_loai'), 'kind');
    expect(kind?.options.map(({ value }) => value)).toContain('TO_GIAC');
  });

  test('the result of a decision is there behind the step that asks it, with what it is made of', () => {
    const before = variablesAt(ward, 'phan_loai');
    expect(named(before, 'proposal')).toMatchObject({ origin: 'DECISION', type: 'context', unset: false });
    expect(named(before, 'proposal')?.entries.map(({ name }) => name)).toEqual(['classification', 'vi', 'basis']);
    expect(named(before, 'consequences')).toMatchObject({ origin: 'DECISION', unset: true });
    const way = named(variablesAt(ward, 'f_gw_duong__gop_khan'), 'consequences');
    expect(way).toMatchObject({ unset: false });
    expect(steps(way)).toEqual(expect.arrayContaining(['he_qua', 'he_qua_lai']));
    expect(way?.entries).toEqual(
      expect.arrayContaining([
        { name: 'path', type: 'string', title: 'Đường' },
        { name: 'externalTracking', type: 'boolean', title: 'Theo dõi cơ quan điều tra' },
        { name: 'notices', type: 'any', title: null },
      ]),
    );
  });

  test('inside a sub-process the way leads on out of it; an event sub-process may begin at any time', () => {
    expect(steps(named(variablesAt(ward, 'xac_minh_khan'), 'classification'))).toContain('phan_loai');
    expect(named(variablesAt(ward, 'bo_sung'), 'consequences')).toMatchObject({ unset: false });
  });

  test('what the tenant sets and what has happened say so', () => {
    const all = variablesAt(ward, 'phan_loai');
    expect(named(all, 'r30Enabled')).toMatchObject({ origin: 'PARAMETER', type: 'boolean' });
    expect(named(all, 'eventCode')).toMatchObject({ origin: 'EVENT' });
    expect(named(all, 'caseId')).toMatchObject({ origin: 'PLATFORM', type: 'string' });
  });

  test('an element that no drawing has has no names', () => {
    expect(variablesAt(ward, 'khong_co')).toBeNull();
  });
});

describe('in small drawings', () => {
  const EXTRAS = `
    <bpmn:serviceTask id="goi">
      <bpmn:extensionElements>
        <zeebe:taskDefinition type="goi" />
        <zeebe:ioMapping>
          <zeebe:input source="=quantity" target="amount" />
          <zeebe:output source="=amount + 1" target="answer.size" />
        </zeebe:ioMapping>
      </bpmn:extensionElements>
      <bpmn:incoming>den_xu_ly</bpmn:incoming><bpmn:outgoing>den_lap</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:sequenceFlow id="den_lap" sourceRef="goi" targetRef="lap" />
    <bpmn:subProcess id="lap">
      <bpmn:incoming>den_lap</bpmn:incoming><bpmn:outgoing>den_viec</bpmn:outgoing>
      <bpmn:multiInstanceLoopCharacteristics>
        <bpmn:extensionElements>
          <zeebe:loopCharacteristics inputCollection="=units" inputElement="unit" outputCollection="answers" outputElement="=said" />
        </bpmn:extensionElements>
      </bpmn:multiInstanceLoopCharacteristics>
      <bpmn:startEvent id="lap_dau"><bpmn:outgoing>lap_den</bpmn:outgoing></bpmn:startEvent>
      <bpmn:sequenceFlow id="lap_den" sourceRef="lap_dau" targetRef="tinh" />
      <bpmn:scriptTask id="tinh">
        <bpmn:extensionElements><zeebe:script expression="=unit" resultVariable="said" /></bpmn:extensionElements>
        <bpmn:incoming>lap_den</bpmn:incoming>
      </bpmn:scriptTask>
    </bpmn:subProcess>
    <bpmn:sequenceFlow id="den_viec" sourceRef="lap" targetRef="xu_ly" />`;
  let drawn: ReadPackage;
  beforeAll(async () => {
    const files = exampleFiles({
      'vi-du.bpmn': (text) =>
        text
          .replace('sourceRef="tiep_nhan" targetRef="xu_ly"', 'sourceRef="tiep_nhan" targetRef="goi"')
          .replace('<bpmn:incoming>den_xu_ly</bpmn:incoming>', '<bpmn:incoming>den_viec</bpmn:incoming>')
          .replace('<bpmn:userTask id="xu_ly"', `${EXTRAS}<bpmn:userTask id="xu_ly"`),
    });
    drawn = await readPackage(files);
  });
  const at = (element: string, moment: ElementMoment = 'enter') => variablesAt(drawn, element, moment);

  test('an input mapping is read inside the step, not before it and not behind it', () => {
    expect(named(at('goi'), 'amount')).toBeUndefined();
    expect(named(at('goi', 'before'), 'amount')).toBeUndefined();
    expect(named(at('goi', 'within'), 'amount')).toMatchObject({ origin: 'MAPPING', local: true });
    expect(named(at('goi', 'leave'), 'amount')).toMatchObject({ origin: 'MAPPING', local: true, type: 'number' });
    expect(named(at('lap'), 'amount')).toBeUndefined();
  });

  test('an output mapping is read behind the step, by the first part of its name', () => {
    expect(named(at('goi', 'leave'), 'answer')).toBeUndefined();
    expect(named(at('xu_ly'), 'answer')).toMatchObject({ origin: 'MAPPING', local: false });
    expect(steps(named(at('xu_ly'), 'answer'))).toEqual(['goi']);
  });

  test('a repeated step has its item and its count in each round, and its answers behind it', () => {
    for (const name of ['unit', 'loopCounter']) {
      expect(named(at('tinh'), name)).toMatchObject({ origin: 'LOOP', local: true });
      expect(named(at('xu_ly'), name)).toBeUndefined();
    }
    expect(named(at('xu_ly'), 'answers')).toMatchObject({ origin: 'LOOP', local: false });
    expect(named(at('tinh'), 'answers')).toBeUndefined();
    expect(named(at('lap', 'before'), 'unit')).toBeUndefined();
    expect(named(at('lap', 'enter'), 'unit')).toMatchObject({ origin: 'LOOP' });
  });

  test('a script gives its result once it is done', () => {
    expect(named(at('tinh'), 'said')).toBeUndefined();
    expect(named(at('tinh', 'within'), 'said')).toBeUndefined();
    expect(named(at('tinh', 'leave'), 'said')).toMatchObject({ origin: 'SCRIPT', local: true });
  });

  test('a way back makes what comes later come before, and ends', async () => {
    const files = exampleFiles({
      'vi-du.bpmn': (text) =>
        text
          .replace('targetRef="ket_thuc"', 'targetRef="tiep_nhan"')
          .replace(
            '<bpmn:incoming>den_tiep_nhan</bpmn:incoming>',
            '<bpmn:incoming>den_tiep_nhan</bpmn:incoming><bpmn:incoming>den_ket_thuc</bpmn:incoming>',
          ),
    });
    const looped = await readPackage(files);
    const before = named(variablesAt(drawn, 'tiep_nhan'), 'quantity');
    const around = named(variablesAt(looped, 'tiep_nhan'), 'quantity');
    expect(steps(before)).toEqual(['bat_dau']);
    expect(steps(around)).toContain('bat_dau');
  });
});
