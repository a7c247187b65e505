// Small models for tests, written as text: only what the test is about.

export const bpmn = (body: string, roots = '', definitions = 'id="definitions" targetNamespace="urn:test"'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" ${definitions}>
${body}
${roots}
</bpmn:definitions>`;

export const process = (body: string, id = 'main'): string =>
  `<bpmn:process id="${id}" isExecutable="true">${body}</bpmn:process>`;

/** Flows `a>b c>d` with their ids `a_b`, and the elements that they connect, each listing its flows. */
export function flow(elements: Record<string, string>, flows: string): string {
  const pairs = flows.split(' ').map((pair) => pair.split('>') as [string, string]);
  const drawn = Object.entries(elements).map(([id, text]) => {
    const incoming = pairs
      .filter(([, to]) => to === id)
      .map(([from, to]) => `<bpmn:incoming>${from}_${to}</bpmn:incoming>`);
    const outgoing = pairs
      .filter(([from]) => from === id)
      .map(([from, to]) => `<bpmn:outgoing>${from}_${to}</bpmn:outgoing>`);
    return text.replace('…', [...incoming, ...outgoing].join(''));
  });
  const arrows = pairs.map(
    ([from, to]) => `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}" />`,
  );
  return [...drawn, ...arrows].join('\n');
}

export const start = '<bpmn:startEvent id="start">…</bpmn:startEvent>';
export const end = '<bpmn:endEvent id="end">…</bpmn:endEvent>';
export const userTask = (
  id: string,
  extensions = '<zeebe:assignmentDefinition candidateGroups="VP/can-bo" />',
): string =>
  `<bpmn:userTask id="${id}"><bpmn:extensionElements>${extensions}</bpmn:extensionElements>…</bpmn:userTask>`;

/** A process of one element between start and end. */
export const around = (id: string, text: string): string =>
  process(flow({ start, [id]: text, end }, `start>${id} ${id}>end`));

export const dmn = (decisions: string, id = 'graph'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" id="${id}" name="Graph" namespace="urn:test">
${decisions}
<dmndi:DMNDI><dmndi:DMNDiagram id="diagram"><dmndi:DMNShape id="shape" dmnElementRef="ket_qua"><dc:Bounds height="80" width="180" x="0" y="0" /></dmndi:DMNShape></dmndi:DMNDiagram></dmndi:DMNDI>
</definitions>`;

/** A decision that reads what it requires. */
export const decision = (id: string, expression: string, requires?: string, variable = ''): string =>
  `<decision id="${id}" name="${id}">${variable}${
    requires
      ? `<informationRequirement id="${id}_needs"><requiredDecision href="#${requires}" /></informationRequirement>`
      : ''
  }<literalExpression id="${id}_text"><text>${expression}</text></literalExpression></decision>`;
