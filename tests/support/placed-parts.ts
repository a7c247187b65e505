// Owns small parts of models that placed things stand in.

const KEY = '<zeebe:subscription correlationKey="=string(random number())" />';
export const MESSAGE = `<bpmn:message id="m" name="m"><bpmn:extensionElements>${KEY}</bpmn:extensionElements></bpmn:message>`;
export const TIMER =
  '<bpmn:timerEventDefinition id="d"><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>';
/** A start and an end inside a sub-process. */
export const ends =
  '<bpmn:startEvent id="start2"><bpmn:outgoing>i</bpmn:outgoing></bpmn:startEvent><bpmn:endEvent id="end2"><bpmn:incoming>i</bpmn:incoming></bpmn:endEvent><bpmn:sequenceFlow id="i" sourceRef="start2" targetRef="end2" />';
