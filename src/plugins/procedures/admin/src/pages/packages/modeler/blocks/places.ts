/** Where a new step can go: behind what the drawing holds, by its words; of several ways on, before which. */
import type Modeler from 'bpmn-js/lib/Modeler';

import type { Choice } from '../../../../../../shared/packages-contract';
import { isOnTheWay, type Services, type Shape } from '../drawing';

const NO_WAY_ON = ['bpmn:EndEvent', 'bpmn:EventBasedGateway'];

export function placesOf(modeler: Modeler, nameless: string): Choice[] {
  const shapes = modeler.get<Services['elementRegistry']>('elementRegistry').filter(isOnTheWay) as Shape[];
  return shapes
    .filter((shape) => !NO_WAY_ON.includes(shape.type) && !isEventSubProcess(shape))
    .filter((shape) => shape.businessObject.name || shape.outgoing.length > 0)
    .map((shape, _at, all) => {
      const words = wordsOf(shape, nameless);
      const isOnly = all.every((other) => other === shape || wordsOf(other, nameless) !== words);
      return { value: shape.id, label: isOnly ? words : `${words} · ${holderOf(shape)}` };
    })
    .sort((a, b) => a.label.localeCompare(b.label, 'vi'));
}

/** What tells two steps of one name apart: the sub-process that each is in, else what comes before it. */
const holderOf = (shape: Shape): string =>
  (shape.parent.type === 'bpmn:SubProcess' && shape.parent.businessObject.name) ||
  shape.incoming.map((flow) => flow.source.businessObject.name).find(Boolean) ||
  shape.id;

/** The flows out of a step, by where they lead; a loop back to itself is none. */
export const waysOn = (shape: Shape, nameless: string): Choice[] =>
  shape.outgoing
    .filter((flow) => flow.type === 'bpmn:SequenceFlow' && flow.target !== shape)
    .map((flow) => ({
      value: flow.id,
      label: [flow.businessObject.name, wordsOf(flow.target, nameless)].filter(Boolean).join(': '),
    }));

/** A nameless gateway is known by what stands before it. */
function wordsOf(shape: Shape, nameless: string): string {
  if (shape.businessObject.name) return shape.businessObject.name;
  const before = shape.incoming.map((flow) => flow.source.businessObject.name).find(Boolean);
  return before ? `${nameless} (${before} →)` : nameless;
}

const isEventSubProcess = (shape: Shape): boolean =>
  shape.type === 'bpmn:SubProcess' &&
  Boolean((shape.businessObject as { triggeredByEvent?: boolean }).triggeredByEvent);
