/** Builds what an element of a block is in the model: id from its name, group, properties, message, called process. */
import type Modeler from 'bpmn-js/lib/Modeler';

import type { Block, BlockElement } from '../../../../../../shared/blocks-contract';
import type { Moddle, Services } from '../drawing';
import { fill } from './fill';
import { freeKey } from './freeKey';
import { messageNamed } from './messageNamed';

const TYPES: Record<BlockElement['type'], string> = {
  userTask: 'bpmn:UserTask',
  serviceTask: 'bpmn:ServiceTask',
  catchMessage: 'bpmn:IntermediateCatchEvent',
  boundaryMessage: 'bpmn:BoundaryEvent',
  callActivity: 'bpmn:CallActivity',
  endEvent: 'bpmn:EndEvent',
};

export function businessObjectOf(
  modeler: Modeler,
  element: BlockElement,
  block: Block,
  values: Record<string, string>,
): Moddle {
  const factory = modeler.get<Services['bpmnFactory']>('bpmnFactory');
  const ids = modeler.get<{ ids: { assigned(id: string): unknown } }>('moddle').ids;
  const name = fill(element.name, values);
  const id = freeKey(name, '_', (key) => Boolean(ids.assigned(key)));
  const isFirst = element === block.elements[0];
  const more = element.type === 'boundaryMessage' ? { cancelActivity: element.nonInterrupting === false } : {};
  const made = factory.create(TYPES[element.type], { id, name, ...more });
  const inner = (type: string, attributes: object, parent: Moddle) => {
    const child = factory.create(type, attributes);
    child.$parent = parent;
    return child;
  };
  const extensions = inner('bpmn:ExtensionElements', { values: [] }, made);
  const extend = (type: string, attributes: object) => {
    const child = inner(type, attributes, extensions);
    extensions.values?.push(child);
    return child;
  };
  if (element.groups) extend('zeebe:AssignmentDefinition', { candidateGroups: fill(element.groups, values) });
  if (element.process) {
    const isNarrow = fill(element.inputs ?? '', values) !== '';
    const called = { processId: fill(element.process, values), propagateAllChildVariables: false };
    extend('zeebe:CalledElement', isNarrow ? { ...called, propagateAllParentVariables: false } : called);
    mapVariables(element, values, extend, inner);
  }
  if (element.job) {
    extend('zeebe:TaskDefinition', { type: element.job });
    const holder = extend('zeebe:TaskHeaders', { values: [] });
    holder.values = Object.entries(element.headers ?? {})
      .map(([key, text]) => [key, fill(text, values)] as const)
      .filter(([, value]) => value !== '')
      .map(([key, value]) => inner('zeebe:Header', { key, value }, holder));
  }
  const properties = Object.entries(element.properties ?? {})
    .map(([key, text]) => [key, fill(text, values)] as const)
    .filter(([, value]) => value !== '');
  if (isFirst) properties.push(['block', block.id]);
  if (properties.length > 0) {
    const holder = extend('zeebe:Properties', { properties: [] });
    holder.properties = properties.map(([key, value]) => inner('zeebe:Property', { name: key, value }, holder));
  }
  if (extensions.values?.length) made.extensionElements = extensions;
  if (element.type === 'catchMessage' || element.type === 'boundaryMessage') {
    const message = messageNamed(modeler, fill(element.message ?? '', values) || `cho-${id.replaceAll('_', '-')}`);
    made.eventDefinitions = [inner('bpmn:MessageEventDefinition', { messageRef: message }, made)];
  }
  return made;
}

/** A called process is given what is named, and gives back what is named: each variable under its own name. */
function mapVariables(
  element: BlockElement,
  values: Record<string, string>,
  extend: (type: string, attributes: object) => Moddle,
  inner: (type: string, attributes: object, parent: Moddle) => Moddle,
): void {
  const named = (text: string | undefined) =>
    fill(text ?? '', values)
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean);
  const inputs = named(element.inputs);
  const outputs = named(element.outputs);
  if (inputs.length + outputs.length === 0) return;
  const mapping = extend('zeebe:IoMapping', {});
  const pair = (type: string, name: string) => inner(type, { source: `=${name}`, target: name }, mapping);
  if (inputs.length > 0) mapping.inputParameters = inputs.map((name) => pair('zeebe:Input', name));
  if (outputs.length > 0) mapping.outputParameters = outputs.map((name) => pair('zeebe:Output', name));
}
