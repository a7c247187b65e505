// Owns the example package as files, with what a test wants to be different: a timer before the first task, a way past the
// second one, a scenario of its own.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(__dirname, '../../bpmn/vi-du');

export interface ExampleChanges {
  /** Length of a timer between start and first task. */
  timer?: string;
  /** FEEL under which the second task is passed over. */
  gateway?: string;
  /** Instead of those that the package has. */
  scenario?: unknown;
}

export function exampleWith({ timer, gateway, scenario }: ExampleChanges): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true }).map(String);
  const files = new Map(
    names
      .filter((name) => /\.[a-z]+$/.test(name) && !(scenario && name.startsWith('scenarios/')))
      .map((name) => [name, readFileSync(path.join(folder, name))]),
  );
  let model = files.get('vi-du.bpmn')?.toString('utf8') ?? '';
  if (timer) model = withTimer(model, timer);
  if (gateway) model = withGateway(model, gateway);
  files.set('vi-du.bpmn', Buffer.from(model));
  if (scenario) files.set('scenarios/rieng.json', Buffer.from(JSON.stringify(scenario)));
  return files;
}

const withTimer = (model: string, length: string) =>
  model
    .replace(
      '<bpmn:sequenceFlow id="den_tiep_nhan" sourceRef="bat_dau" targetRef="tiep_nhan" />',
      `<bpmn:sequenceFlow id="den_tiep_nhan" sourceRef="doi" targetRef="tiep_nhan" />
    <bpmn:sequenceFlow id="den_doi" sourceRef="bat_dau" targetRef="doi" />
    <bpmn:intermediateCatchEvent id="doi" name="Đợi">
      <bpmn:incoming>den_doi</bpmn:incoming>
      <bpmn:outgoing>den_tiep_nhan</bpmn:outgoing>
      <bpmn:timerEventDefinition id="doi_def">
        <bpmn:timeDuration xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="bpmn:tFormalExpression">${length}</bpmn:timeDuration>
      </bpmn:timerEventDefinition>
    </bpmn:intermediateCatchEvent>`,
    )
    .replace(
      '<bpmn:outgoing>den_tiep_nhan</bpmn:outgoing>\n      <bpmn:messageEventDefinition',
      '<bpmn:outgoing>den_doi</bpmn:outgoing>\n      <bpmn:messageEventDefinition',
    );

const withGateway = (model: string, condition: string) =>
  model
    .replace(
      '<bpmn:sequenceFlow id="den_xu_ly" sourceRef="tiep_nhan" targetRef="xu_ly" />',
      `<bpmn:sequenceFlow id="den_re" sourceRef="tiep_nhan" targetRef="re" />
    <bpmn:exclusiveGateway id="re" name="Có lớn không" default="den_xu_ly">
      <bpmn:incoming>den_re</bpmn:incoming>
      <bpmn:outgoing>den_xu_ly</bpmn:outgoing>
      <bpmn:outgoing>nhanh_lon</bpmn:outgoing>
    </bpmn:exclusiveGateway>
    <bpmn:sequenceFlow id="den_xu_ly" sourceRef="re" targetRef="xu_ly" />
    <bpmn:sequenceFlow id="nhanh_lon" sourceRef="re" targetRef="ket_thuc">
      <bpmn:conditionExpression xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="bpmn:tFormalExpression">=${condition.replaceAll('>', '&gt;')}</bpmn:conditionExpression>
    </bpmn:sequenceFlow>`,
    )
    .replace(
      '<bpmn:outgoing>den_xu_ly</bpmn:outgoing>\n    </bpmn:userTask>',
      '<bpmn:outgoing>den_re</bpmn:outgoing>\n    </bpmn:userTask>',
    )
    .replace(
      '<bpmn:incoming>den_ket_thuc</bpmn:incoming>',
      '<bpmn:incoming>den_ket_thuc</bpmn:incoming>\n      <bpmn:incoming>nhanh_lon</bpmn:incoming>',
    );
