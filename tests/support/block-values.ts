// Owns what somebody would choose in the lists of a building block when the package is the example.
import type { Block } from '../../src/plugins/procedures/shared/blocks-contract';

const BY_KIND: Record<string, string> = {
  group: 'VP/can-bo',
  form: 'xu-ly',
  clock: 'XU_LY_3N',
  process: 'con',
  step: 'tiep_nhan',
  recipient: 'VP/can-bo',
  connection: 'phong-hop',
  sent: JSON.stringify([{ field: 'people', variable: 'quantity' }]),
  results: JSON.stringify([{ name: 'phong', title: 'Phòng trống', type: 'string', path: 'data.room' }]),
};
const BY_FIELD: Record<string, string> = { method: 'POST', path: '/tim', text: 'Có yêu cầu cho {quantity} người' };

export const blockValues = (block: Block): Record<string, string> =>
  Object.fromEntries(
    block.fields.flatMap(({ id, kind, required }) => {
      if (kind === 'step' && !required) return [];
      const value = BY_FIELD[id] ?? BY_KIND[kind];
      return value === undefined ? [] : [[id, value]];
    }),
  );

/** The example has no process to be called: this one is a single task. */
export const aCalledProcess = (xml: string): string =>
  xml.replace(
    '</bpmn:process>',
    '</bpmn:process><bpmn:process id="con" name="Quy trình con" isExecutable="true"><bpmn:startEvent id="con_bd"><bpmn:outgoing>con_1</bpmn:outgoing></bpmn:startEvent><bpmn:sequenceFlow id="con_1" sourceRef="con_bd" targetRef="con_viec" /><bpmn:userTask id="con_viec" name="Việc của quy trình con"><bpmn:extensionElements><zeebe:assignmentDefinition candidateGroups="VP/can-bo" /><zeebe:properties><zeebe:property name="form" value="tiep-nhan" /></zeebe:properties></bpmn:extensionElements><bpmn:incoming>con_1</bpmn:incoming><bpmn:outgoing>con_2</bpmn:outgoing></bpmn:userTask><bpmn:sequenceFlow id="con_2" sourceRef="con_viec" targetRef="con_kt" /><bpmn:endEvent id="con_kt"><bpmn:incoming>con_2</bpmn:incoming></bpmn:endEvent></bpmn:process>',
  );
