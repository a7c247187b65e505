// What the modeler opens and saves is what there was, by the same reader and writer; and what it cannot read, which is lost,
// is told with its place.
import fs from 'node:fs';
import path from 'node:path';
import { importWarnings } from '../../../src/plugins/procedures/admin/src/pages/packages/modeler/importWarnings';
import { roundTrip } from '../../support/lost-in-round-trip';
import { bpmn, end, flow, process, start, userTask } from './bpmn-text';

const ROOT = path.resolve(__dirname, '../../..');
const own = ['bpmn', 'tests'].flatMap((folder) =>
  fs
    .readdirSync(path.join(ROOT, folder), { recursive: true })
    .map((name) => `${folder}/${name}`)
    .filter((name) => name.endsWith('.bpmn')),
);

test.each(own)('%s comes back as it was', async (name) => {
  const { warnings, lost, gained } = await roundTrip(fs.readFileSync(path.join(ROOT, name), 'utf8'));
  expect({ warnings, lost, gained }).toEqual({ warnings: [], lost: [], gained: [] });
});

const RICH = bpmn(
  `<bpmn:collaboration id="hop_tac" xmlns:khac="http://example.org/khac">
    <bpmn:documentation textFormat="text/markdown">Lời **dài** &amp; có dấu &lt;&gt;</bpmn:documentation>
    <bpmn:participant id="ben_a" name="Bên A" processRef="main" />
    <bpmn:participant id="ben_b" name="Bên B" />
    <bpmn:messageFlow id="trao" sourceRef="a" targetRef="ben_b" khac:mau="đỏ" />
    <bpmn:textAnnotation id="ghi"><bpmn:text>Ghi chú</bpmn:text></bpmn:textAnnotation>
    <bpmn:association id="noi" associationDirection="One" sourceRef="a" targetRef="ghi" />
  </bpmn:collaboration>
  ${process(
    `<bpmn:extensionElements xmlns:khac="http://example.org/khac"><khac:cay mau="xanh"><khac:la thu="1">một</khac:la><khac:la thu="2"/></khac:cay></bpmn:extensionElements>
    <bpmn:laneSet id="lan"><bpmn:lane id="lan_1" name="Một"><bpmn:flowNodeRef>a</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
    <bpmn:dataObject id="du_lieu" isCollection="true" /><bpmn:dataObjectReference id="tham_chieu" name="Hồ sơ" dataObjectRef="du_lieu" />
    ${flow(
      {
        start,
        a: userTask(
          'a',
          '<zeebe:assignmentDefinition candidateGroups="=[x + &quot;/y&quot;]" /><zeebe:ioMapping><zeebe:input source="=1" target="m" /><zeebe:output source="=m" target="n" /></zeebe:ioMapping><zeebe:properties><zeebe:property name="form" value="a" /></zeebe:properties><khac:rieng xmlns:khac="http://example.org/khac" so="7">chữ</khac:rieng>',
        ),
        end,
      },
      'start>a a>end',
    )}
    <bpmn:boundaryEvent id="qua" attachedToRef="a" cancelActivity="false"><bpmn:timerEventDefinition id="gio"><bpmn:timeDuration xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>`,
  )}`,
  `<bpmn:message id="m" name="tin"><bpmn:extensionElements><zeebe:subscription correlationKey="=x" /></bpmn:extensionElements></bpmn:message>
  <bpmn:error id="e" name="lỗi" errorCode="E1" />
  <bpmndi:BPMNDiagram id="trang"><bpmndi:BPMNPlane id="mat" bpmnElement="hop_tac">
    <bpmndi:BPMNShape id="a_di" bpmnElement="a" isExpanded="true" xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0" bioc:stroke="#831311"><dc:Bounds x="1.5" y="2" width="100" height="80" /><bpmndi:BPMNLabel><dc:Bounds x="1" y="2" width="9" height="9" /></bpmndi:BPMNLabel></bpmndi:BPMNShape>
    <bpmndi:BPMNEdge id="f_di" bpmnElement="start_a"><di:waypoint x="1" y="2" /><di:waypoint x="3" y="2" /></bpmndi:BPMNEdge>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`,
);

test('foreign extensions, documentation, lanes, data, notes and what is drawn come back', async () => {
  const { warnings, lost, gained } = await roundTrip(RICH);
  expect({ warnings, lost, gained }).toEqual({ warnings: [], lost: [], gained: [] });
});

test.each([
  ['an element', '<bpmn:textAnnotation id="ghi">', '<bpmn:textAnnotation id="ghi_khac">'],
  ['an attribute', ' khac:mau="đỏ"', ''],
  ['a text', '>một<', '>hai<'],
  ['a foreign element', '<khac:la thu="2"/>', ''],
  ['a place', 'x="1.5"', 'x="1.6"'],
])('what is compared sees the loss of %s', async (_name, what, instead) => {
  expect(RICH).toContain(what);
  const [whole, less] = [await roundTrip(RICH), await roundTrip(RICH.replace(what, instead))];
  expect(less.written).not.toBe(whole.written);
  expect(less.facts).not.toEqual(whole.facts);
});

describe('what cannot be read', () => {
  const unread = async (xml: string) => importWarnings((await roundTrip(xml)).imported);

  it('is told with the element that it stands in, or that points to nothing', async () => {
    const broken = RICH.replace('targetRef="end" />', 'targetRef="khong_co" />').replace(
      '<bpmn:laneSet',
      '<bpmn:khongCo id="la" /><bpmn:laneSet',
    );
    expect(await unread(broken)).toEqual([
      { kind: 'content', what: 'bpmn:khongCo', property: null, element: null, name: null },
      { kind: 'reference', what: 'khong_co', property: 'targetRef', element: 'a_end', name: null },
    ]);
  });

  it('is nothing of a model that was read whole', async () => expect(await unread(RICH)).toEqual([]));

  it('is told once for each place, and other words as they are', () => {
    const element = { id: 'a', name: 'Việc' };
    expect(
      importWarnings([
        { message: 'unresolved reference <x>', property: 'bpmn:sourceRef', element },
        { message: 'unresolved reference <x>', property: 'bpmn:sourceRef', element },
        { message: 'missing bpmnElement\n\tin line 3', element },
      ]),
    ).toEqual([
      { kind: 'reference', what: 'x', property: 'sourceRef', element: 'a', name: 'Việc' },
      { kind: 'other', what: 'missing bpmnElement', property: null, element: 'a', name: 'Việc' },
    ]);
  });
});
